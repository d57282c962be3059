"""The process of a procedure on a day, its versions and drafts."""
