"""Pure rules of notices: which fact is told, when, in which words, and how often it is tried."""
