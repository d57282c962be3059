from django.apps import AppConfig


class InterlinkedConfig(AppConfig):
    name = "motcua.interlinked"
    label = "interlinked"

    def ready(self) -> None:
        from motcua.dossiers.following import register, register_after, register_limit  # noqa: PLC0415  # models load after apps
        from motcua.dossiers.refusal_words import add_words  # noqa: PLC0415
        from motcua.interlinked.companions import (  # noqa: PLC0415
            CompanionsFollower,
            settle_companions,
        )
        from motcua.interlinked.queries.waiting import limit_in_group  # noqa: PLC0415
        from motcua.interlinked.wording import REFUSALS  # noqa: PLC0415

        register("interlinked", CompanionsFollower())
        register_after("interlinked", settle_companions)
        register_limit("interlinked", limit_in_group)
        add_words(REFUSALS)
