"""What is done with files: taking them in, looking through them, forgetting drafts."""
