"""Reading notices: the list of an administrator, and the words in force."""
