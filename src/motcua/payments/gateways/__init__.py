"""Payment gateways: the port they offer (`ports`), one by signed HTTP (`signed_web`), those of this
office (`choosing`)."""
