"""The public page of promises: what was promised, what became of it, office by office."""
