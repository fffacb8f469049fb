"""The register of institutions, as data."""

from __future__ import annotations

from django.db.models import Q

from goru.domain.institutions.models import Institution, InstitutionName, Membership, RegionCode
from goru.domain.institutions.vocabulary import InstitutionKind, RegionLevel
from goru.pipelines.issuing.datasets import shared
from goru.pipelines.issuing.datasets.definition import Column, DataSet

_KEY = Column(
    "key", "key", "식별자", "Key", "바뀌지 않는 영문 식별자.", "A name for programs that never changes."
)

INSTITUTIONS = DataSet(
    name="institutions",
    title_ko="기관",
    title_en="Institutions",
    meaning_ko="계획을 세우거나 심의하는 기관. 없어진 기관과 새 기관도 있다.",
    meaning_en="Whoever owes or reviews a plan, those that are gone and those to come included.",
    model=Institution,
    cycle="",
    key=("key",),
    order=("position", "key"),
    only=~Q(kind=InstitutionKind.MUNICIPALITY),  # they are a data set of their own, and owe no plan
    columns=(
        _KEY,
        Column("kind", "kind", "구분", "Kind", "기관 구분.", "What kind of institution it is."),
        Column(
            "name",
            "short_name",
            "이름",
            "Name",
            "계획서가 쓰는 짧은 이름.",
            "The short name that plan books use.",
        ),
        Column("name_en", "name_en", "영문 이름", "English name", "영문 이름.", "Its English name."),
        Column(
            "aliases",
            "aliases",
            "다른 이름",
            "Aliases",
            "다르게 쓰인 이름.",
            "Other spellings.",
        ),
        *shared.VALIDITY,
    ),
)

INSTITUTION_NAMES = DataSet(
    name="institution-names",
    title_ko="기관의 정식 명칭",
    title_en="Official names",
    meaning_ko="정식 명칭과 그것을 쓴 기간.",
    meaning_en="Official names and the time each was in force.",
    model=InstitutionName,
    cycle="",
    key=("institution", "full_name"),
    order=("institution__position", "institution__key", "valid_from"),
    columns=(
        shared.institution("institution"),
        Column("full_name", "full_name", "정식 명칭", "Official name", "정식 명칭.", "The official name."),
        *shared.VALIDITY,
    ),
)

REGION_CODES = DataSet(
    name="region-codes",
    title_ko="지역 코드",
    title_en="Region codes",
    meaning_ko="시·도의 코드와 그것을 쓴 기간. 체계가 다르면 같은 숫자가 다른 지역을 가리킨다.",
    meaning_en="Codes of the provinces and their times. The same digits mean different regions in different schemes.",
    model=RegionCode,
    cycle="",
    key=("scheme", "code", "region"),
    order=("region__key", "scheme", "valid_from"),
    columns=(
        Column("region", "region__key", "지역", "Region", "지역의 식별자.", "The region's key."),
        Column(
            "region_name", "region__name", "지역 이름", "Region's name", "지역 이름.", "The region's name."
        ),
        Column("scheme", "scheme", "코드 체계", "Scheme", "누가 준 코드인가.", "Who gave the code."),
        Column("code", "code", "코드", "Code", "코드.", "The code.", fiscal="geo:target:code"),
        *shared.VALIDITY,
    ),
    only=Q(region__level=RegionLevel.PROVINCE),
)

MUNICIPALITIES = DataSet(
    name="municipalities",
    title_ko="시·군·구",
    title_en="Municipalities",
    meaning_ko="시·군·구와 그 행정표준코드(2026년 5월 기준). 코드가 바뀐 곳은 코드마다 한 행이다. 없어진 곳도 있다.",
    meaning_en="Municipalities and their codes by the Ministry of the Interior and Safety, as of May 2026; a row a code. "
    "Those that are gone are among them.",
    model=RegionCode,
    cycle="",
    key=("municipality", "code"),
    order=("region__key", "code"),
    columns=(
        Column("code", "code", "코드", "Code", "다섯 자리 코드.", "The code of five digits."),
        Column(
            "municipality",
            "region__key",
            "시·군·구",
            "Municipality",
            "바뀌지 않는 식별자. 코드가 바뀌어도 그대로다.",
            "A name for programs that never changes, whatever becomes of the code.",
        ),
        Column("name", "region__name", "이름", "Name", "가장 나중의 이름.", "Its latest name."),
        shared.institution("region__province", name="province", title=("시·도", "Province")),
        Column(
            "is_abolished",
            "region__is_abolished",
            "없어짐",
            "Abolished",
            "알 수 없는 날에 없어졌는가.",
            "Whether it is gone since a day that is not known.",
        ),
        Column(
            "valid_from",
            "valid_from",
            "시작일",
            "Valid from",
            "코드를 쓴 첫날. 모르면 빔.",
            "The code's first day; empty: not known.",
        ),
        Column(
            "valid_to",
            "valid_to",
            "종료일",
            "Valid to",
            "코드를 쓴 마지막 날. 비면 없어진 곳은 모름, 그 밖에는 지금까지.",
            "The code's last day; empty: not known of what is abolished, else still.",
        ),
    ),
    only=Q(region__level=RegionLevel.MUNICIPALITY),
)

MEMBERSHIPS = DataSet(
    name="memberships",
    title_ko="초광역권 구성",
    title_en="Members of megaregions",
    meaning_ko="초광역권을 이루는 시·도와 그 기간.",
    meaning_en="The provinces of each megaregion, for a time.",
    model=Membership,
    cycle="",
    key=("megaregion", "member"),
    order=("megaregion__position", "-is_lead", "member__position"),
    columns=(
        shared.institution("megaregion", name="megaregion", title=("초광역권", "Megaregion")),
        shared.institution("member", name="member", title=("시·도", "Province")),
        Column(
            "is_lead",
            "is_lead",
            "주관 시·도",
            "Leads",
            "계획을 대표해 내는 시·도인가.",
            "Whether it leads the megaregion.",
        ),
        *shared.VALIDITY,
    ),
)

SUCCESSIONS = DataSet(
    name="successions",
    title_ko="기관의 승계",
    title_en="Successions",
    meaning_ko="없어진 기관과 그 뒤를 이은 기관.",
    meaning_en="Institutions that are gone, and those that followed them.",
    model=Institution,
    cycle="",
    key=("predecessor", "successor"),
    order=("position", "key", "successors__key"),
    columns=(
        Column(
            *(
                "predecessor",
                "key",
                "앞 기관",
                "Predecessor",
                "앞 기관의 식별자.",
                "The key of the one that is gone.",
            ),
            refers_to=("institutions", "key"),
        ),
        shared.institution("successors", name="successor", title=("뒤 기관", "Successor")),
    ),
    only=Q(successors__isnull=False),
)
