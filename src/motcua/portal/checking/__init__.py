"""Whether a paper or a file was really issued by the office."""
