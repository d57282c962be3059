"""Settings by theme; `local`, `production` and `test` put them together."""
