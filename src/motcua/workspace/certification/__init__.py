"""The room of certification: entering at the counter, signing in bulk, the registers."""
