"""Five years of huyện Gia Lâm: what its one-stop offices published, dossier by dossier."""
