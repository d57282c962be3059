from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "motcua.payments"
    label = "payments"

    def ready(self) -> None:
        from motcua.dossiers.following import register  # noqa: PLC0415  # models load after apps
        from motcua.dossiers.refusal_words import add_words  # noqa: PLC0415
        from motcua.payments.handing_over import HandingOverFollower  # noqa: PLC0415
        from motcua.payments.wording import HANDING_OVER_REFUSALS  # noqa: PLC0415

        register("payments", HandingOverFollower())
        add_words(HANDING_OVER_REFUSALS)
