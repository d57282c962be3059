from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "motcua.workflow"
    label = "workflow"

    def ready(self) -> None:
        from motcua.dossiers.following import register  # noqa: PLC0415  # models load after apps
        from motcua.dossiers.refusal_words import add_words  # noqa: PLC0415
        from motcua.workflow.following import WorkFollower  # noqa: PLC0415
        from motcua.workflow.wording import REFUSALS  # noqa: PLC0415

        register("workflow", WorkFollower())
        add_words(REFUSALS)
