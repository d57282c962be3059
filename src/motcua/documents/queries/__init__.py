"""What is known of files and uploads."""
