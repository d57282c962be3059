"""Pure rules of internal processes: what one says, whether it adds up, how it follows another."""
