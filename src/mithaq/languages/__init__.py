"""Language files, and the lexicons compiled from them."""
