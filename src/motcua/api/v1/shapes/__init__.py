"""What goes in and out, field by field, each with its bounds."""
