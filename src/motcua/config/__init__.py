"""Composition root: settings, addresses, servers' doors, and who answers which fact."""
