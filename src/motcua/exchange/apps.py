from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "motcua.exchange"
    label = "exchange"

    def ready(self) -> None:
        from motcua.dossiers.following import register  # noqa: PLC0415  # tables are ready only now
        from motcua.exchange.following import ExchangeFollower  # noqa: PLC0415

        # After "interlinked": dossiers are locked before partners, everywhere.
        register("partners", ExchangeFollower())
