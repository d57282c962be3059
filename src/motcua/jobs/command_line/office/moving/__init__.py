"""An office moved in and out: export, import, and what other systems export."""
