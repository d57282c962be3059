"""Questions as views: single ones, and people, organizations, papers and addresses by their parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from motcua.eforms.posted import TurnKind, commune_mark, name_of
from motcua.eforms.rules.compounds import DEFAULT_FORMS, IDENTITY_PAPER
from motcua.eforms.rules.shapes import Field, Part
from motcua.eforms.showing_fields import (
    CHOOSE,
    HINTS,
    NOTHING_CHOSEN,
    RADIOS_MAX,
    WIDTHS,
    input_attrs,
    own_choices,
    sex_choices,
    typed_value,
    with_nothing,
    with_stranger,
    yes_no_choices,
)
from motcua.eforms.showing_scene import Scene, id_of
from motcua.eforms.shown import ShownChoice, ShownField, ShownGroup, ShownItem, ShownOffer
from motcua.eforms.value_words import value_words, words_of
from motcua.eforms.vocabulary import (
    ADDRESS_PARTS,
    COMPOUND_PARTS,
    HOME_NATIONALITY,
    AddressForm,
    FieldKind,
)
from motcua.eforms.wording import ADDRESS_FORMS, ORGANIZATION_NAME, PAPER_NAME, PARTS
from motcua.kernel.places import PROVINCES_NOW, commune_called

USE_PERSON: Final = _("Dùng thông tin của %(name)s")
USE_ADDRESS: Final = _("Như địa chỉ: %(address)s")
KEPT_AS_TYPED: Final = _(
    "Các ô này đã có chữ khác nên được giữ nguyên. Muốn thay thì xóa chữ trong ô rồi bấm lại."
)
ANOTHER_PAPER: Final = _("Chưa có số định danh cá nhân? Ghi giấy tờ tùy thân khác")
WHICH_ADDRESS: Final = _("Ghi theo địa chỉ nào?")
_CHOOSING: Final = (FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.SEX, FieldKind.YES_NO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked at a path. `own_part`: the part of the reader's own data ("" = about others)."""

    path: str
    kind: FieldKind
    label: str
    hint: str = ""
    is_required: bool = False
    asked: Field | None = None
    own_part: str = ""


def question(scene: Scene, one: Question, value: Any) -> ShownItem:
    """The view of one question and its answer; it is noted as drawn."""
    if one.kind is FieldKind.ADDRESS:
        forms = one.asked.address_forms if one.asked else ()
        return _address(scene, one, forms or DEFAULT_FORMS, value)
    if one.kind in COMPOUND_PARTS:
        parts = one.asked.parts if one.asked and one.asked.kind is one.kind else ()
        return _compound(scene, one, parts or IDENTITY_PAPER, value)
    shown = _leaf(scene, one, value)
    scene.draw(one.path, one.label, shown.focus_id)
    return shown


def _compound(scene: Scene, one: Question, parts: Sequence[Part], value: Any) -> ShownGroup:
    given = value if isinstance(value, Mapping) else {}
    scene.draw(one.path, one.label, id_of(one.path))
    items = tuple(_part(scene, one, part, given.get(part.key)) for part in _in_order(parts))
    return replace(_group(scene, one), items=items, shape=str(one.kind))


def _in_order(parts: Sequence[Part]) -> list[Part]:
    """Another identity paper comes last where a personal number is asked for: few need it."""
    has_number = any(part.kind is FieldKind.PERSONAL_ID for part in parts)
    return sorted(parts, key=lambda part: has_number and _is_instead(part))


def _is_instead(part: Part) -> bool:
    return part.kind is FieldKind.PAPER_REFERENCE and not part.is_required


def _folded(shown: ShownGroup) -> ShownGroup:
    """Open when something stands in it or is wrong with it."""
    below = any(item.error or getattr(item, "value", "") for item in shown.items)
    return replace(shown, folded=str(ANOTHER_PAPER), is_open=bool(below or shown.error))


def _part(scene: Scene, whole: Question, part: Part, value: Any) -> ShownItem:
    path = f"{whole.path}.{part.key}"
    is_identity = part.kind is FieldKind.PAPER_REFERENCE
    own = part.key if whole.own_part == "*" and not is_identity else ""
    is_preset = _is_preset(scene, whole, part, value)
    shown = question(
        scene,
        Question(
            path=path,
            kind=part.kind,
            label=part_label(whole.kind, part.key),
            hint=_hint(part.kind),
            is_required=part.is_required and whole.is_required,
            asked=whole.asked,
            own_part="*" if own and part.kind is FieldKind.ADDRESS else own,
        ),
        HOME_NATIONALITY if is_preset else value,
    )
    if is_preset and isinstance(shown, ShownField):
        return replace(shown, is_prefilled=True)
    parts = whole.asked.parts if whole.asked else ()
    has_number = any(other.kind is FieldKind.PERSONAL_ID for other in parts)
    if has_number and _is_instead(part) and isinstance(shown, ShownGroup):
        return _folded(shown)
    return shown


def _is_preset(scene: Scene, whole: Question, part: Part, value: Any) -> bool:
    """Nearly everybody is of this nationality: it stands there until the page has been sent on without.
    Only where it must be answered, and never of somebody who need not be named: it would make half
    a person."""
    path = f"{whole.path}.{part.key}"
    is_asked = part.key == "nationality" and part.is_required and whole.is_required
    return is_asked and not value and not scene.errors_at(path)


def part_label(kind: FieldKind, key: str) -> str:
    if key == "name" and kind is FieldKind.ORGANIZATION:
        return str(ORGANIZATION_NAME)
    if key == "name" and kind is FieldKind.PAPER_REFERENCE:
        return str(PAPER_NAME)
    return str(PARTS[key])


def _group(scene: Scene, one: Question) -> ShownGroup:
    return ShownGroup(
        path=one.path,
        id=id_of(one.path),
        label=one.label,
        items=(),
        hint=one.hint,
        errors=scene.errors_at(one.path),
        doubts=(*scene.doubts_at(one.path), *_kept_as_typed(scene, one.path)),
        is_required=one.is_required,
        is_prefilled=scene.is_prefilled(one.path),
        offers=tuple(
            ShownOffer(
                label=_offer_words(source.value, one.kind),
                turn=f"{TurnKind.USE}:{one.path}:{source.key}",
            )
            for source in scene.sources(one.path)
        ),
    )


def _kept_as_typed(scene: Scene, path: str) -> tuple[str, ...]:
    return (str(KEPT_AS_TYPED),) if scene.reuse and path == scene.reuse.kept_as_typed else ()


def _offer_words(value: Mapping[str, Any], kind: FieldKind) -> str:
    if kind is FieldKind.ADDRESS:
        return str(
            USE_ADDRESS % {"address": words_of(kind, {"form": str(AddressForm.TWO_TIER), **value})}
        )
    return str(USE_PERSON % {"name": value.get("name", "")})


def _address(scene: Scene, one: Question, forms: Sequence[AddressForm], value: Any) -> ShownGroup:
    """The parts of the form of address chosen; with several forms, the choice among them first."""
    given = value if isinstance(value, Mapping) else {}
    typed = scene.typed_at(f"{one.path}.form")
    said = given.get("form") or typed
    form = AddressForm(said) if said in forms else forms[0]
    scene.draw(one.path, one.label, id_of(one.path))
    items: list[ShownItem] = []
    if len(forms) > 1:
        items.append(_form_choice(scene, one, forms, form))
    for name in ADDRESS_PARTS[form]:
        if name != "commune_code":
            items.append(_address_part(scene, one, form, name, given))
    return replace(_group(scene, one), items=tuple(items), shape="address")


def _form_choice(
    scene: Scene, one: Question, forms: Sequence[AddressForm], chosen: AddressForm
) -> ShownField:
    path = f"{one.path}.form"
    scene.draw(path, one.label, f"{id_of(path)}_0")
    return ShownField(
        path=path,
        id=id_of(path),
        name=name_of(path),
        control="radio",
        label=str(WHICH_ADDRESS),
        is_required=True,
        errors=scene.errors_at(path),
        redraws=True,
        shape="address-form",
        choices=tuple(
            ShownChoice(
                value=str(form),
                label=str(ADDRESS_FORMS[form]),
                chosen=form is chosen,
                attrs={"data-redraws": ""},
            )
            for form in forms
        ),
    )


def _address_part(
    scene: Scene, whole: Question, form: AddressForm, name: str, given: Mapping[str, Any]
) -> ShownField:
    path, value = f"{whole.path}.{name}", given.get(name)
    shown = ShownField(
        path=path,
        id=id_of(path),
        name=name_of(path),
        control="text",
        label=str(PARTS[name]),
        value=typed_value(FieldKind.TEXT, value),
        errors=scene.errors_at(path),
        doubts=scene.doubts_at(path),
        is_required=name != "detail" and whole.is_required,
        is_prefilled=scene.is_prefilled(path),
        redraws=scene.redraws(path),
        attrs=input_attrs(FieldKind.TEXT, own_part=name if whole.own_part == "*" else ""),
    )
    scene.draw(path, f"{whole.label} – {shown.label}", shown.id)
    if name == "province_code":
        return replace(shown, control="select", attrs={}, choices=tuple(_provinces(value)))
    if name == "commune" and form is AddressForm.TWO_TIER:
        return _commune(scene, whole, shown, given)
    return shown


def _provinces(value: Any) -> list[ShownChoice]:
    known = [
        ShownChoice(value=code, label=name, chosen=code == value)
        for code, name in PROVINCES_NOW.items()
    ]
    return with_nothing(with_stranger(known, value), CHOOSE)


def _commune(
    scene: Scene, whole: Question, shown: ShownField, given: Mapping[str, Any]
) -> ShownField:
    """Typed by name, found by a few letters; a code that the name does not tell is kept beside it."""
    province = typed_value(FieldKind.TEXT, given.get("province_code"))
    code = typed_value(FieldKind.TEXT, given.get("commune_code"))
    kept: tuple[tuple[str, str], ...] = ()
    if code and (not shown.value or commune_called(province, shown.value) != code):
        name = name_of(f"{whole.path}.commune_code")
        kept = ((name, commune_mark(code, province, shown.value)),)
    attrs = {**shown.attrs, "data-suggest-with": id_of(f"{whole.path}.province_code")}
    if province in PROVINCES_NOW:
        scene.provinces.add(province)
        attrs["list"] = f"communes-{province}"
    return replace(shown, control="commune", attrs=attrs, kept=kept)


def _leaf(scene: Scene, one: Question, value: Any) -> ShownField:
    shown = ShownField(
        path=one.path,
        id=id_of(one.path),
        name=name_of(one.path),
        control="text",
        label=one.label,
        hint=one.hint,
        errors=scene.errors_at(one.path),
        doubts=scene.doubts_at(one.path),
        is_required=one.is_required,
        is_prefilled=scene.is_prefilled(one.path),
        redraws=scene.redraws(one.path),
        width=WIDTHS.get(one.kind, "full"),
        value=typed_value(one.kind, value, is_readable=scene.is_readable(one.path)),
    )
    if one.kind is FieldKind.COMPUTED:
        assert one.asked is not None
        return replace(shown, control="computed", value=value_words(one.asked, value))
    if one.kind is FieldKind.NOTE:
        return replace(shown, control="note")
    if one.kind in _CHOOSING:
        return _choosing(shown, one, value)
    if one.kind is FieldKind.LONG_TEXT:
        return replace(shown, control="textarea", attrs=input_attrs(one.kind))
    return _text(scene, shown, one)


def _text(scene: Scene, shown: ShownField, one: Question) -> ShownField:
    attrs = input_attrs(one.kind, own_part=one.own_part)
    if one.path.rpartition(".")[2] == "ethnicity":
        scene.offers_peoples = True
        attrs["list"] = "peoples"
    affix = "đồng" if one.kind is FieldKind.MONEY_VND else ""
    return replace(shown, attrs=attrs, affix=affix)


def _choosing(shown: ShownField, one: Question, value: Any) -> ShownField:
    if one.kind is FieldKind.SEX:
        choices = sex_choices(value)
    elif one.kind is FieldKind.YES_NO:
        choices = yes_no_choices(value)
    else:
        choices = own_choices(one.asked.choices if one.asked else (), value)
    if one.kind is FieldKind.CHOICES:
        return _with_choices(shown, "checkboxes", choices)
    choices = with_stranger(choices, value)
    if len(choices) > RADIOS_MAX:
        return _with_choices(shown, "select", with_nothing(choices, CHOOSE))
    if not one.is_required:
        choices = [*choices, *with_nothing(choices, NOTHING_CHOSEN)[:1]]
    return _with_choices(shown, "radio", choices)


def _with_choices(shown: ShownField, control: str, choices: list[ShownChoice]) -> ShownField:
    attrs = {"data-redraws": ""} if shown.redraws else {}
    own = tuple(replace(one, attrs=attrs) for one in choices) if attrs else tuple(choices)
    return replace(shown, control=control, choices=own)


def _hint(kind: FieldKind) -> str:
    return str(HINTS.get(kind, ""))
