"""Questions about dossiers. Each starts from `policies.visible` and ends in frozen rows."""
