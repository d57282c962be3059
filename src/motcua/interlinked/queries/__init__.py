"""What is read of interlinked groups and their submissions."""
