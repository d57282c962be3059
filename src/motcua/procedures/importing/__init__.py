"""From outside shapes to `ProcedureRecord`s. Pure: reads values, touches no table."""
