"""What changes interlinked groups and their submissions."""
