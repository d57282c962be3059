"""The carriers: the port they offer (`ports`), e-mail (`mail`), SMS and Zalo (`web`)."""
