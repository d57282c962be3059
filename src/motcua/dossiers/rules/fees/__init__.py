"""What is owed: when it is asked for, who pays less."""
