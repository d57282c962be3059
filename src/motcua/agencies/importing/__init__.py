"""Taking agencies over from a document: read, compare with what is there, write the difference."""
