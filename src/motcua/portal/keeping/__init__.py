"""Public pages kept ready: drawn once, given to everybody while what they say holds, and readable
as they last were while the database does not answer (docs/explain/portal-sturdy.md)."""
