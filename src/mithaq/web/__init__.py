"""HTTP: pages over the same views as the command line. Nothing is fetched from elsewhere."""
