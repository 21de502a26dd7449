"""Records → bytes, one file per format."""
