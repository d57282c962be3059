"""The ledger: append-only facts, chained by hash. Owns the envelope, the chain, its verification
and the one way to record an act (`recording`). It does not own what the facts mean."""
