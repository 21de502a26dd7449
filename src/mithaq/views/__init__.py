"""Records → what a reader sees; the same view objects for the terminal and for pages."""
