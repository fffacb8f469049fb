"""Third-party styles, maps and fonts: taken from installed npm packages, mended, never committed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from goru.config import npm
from goru.core.places import PACKAGE

_FONTS = {"Regular": 400, "Bold": 700}
_LACKED = "ⅠⅢⅣ㎡㎓∼▸◈⇨➊【上下新內溫多中旣同行協發"
"""Letters of plan books that the fonts of KRDS lack, one or more of each part of the font that has them."""
_FACE = re.compile(
    r"@font-face \{.*?url\(\./files/(?P<file>[^)]+)\).*?unicode-range: (?P<ranges>[^;]+);.*?\}", re.DOTALL
)


def install_print_fonts(package: Path, target: Path) -> None:
    """The fonts that printed books and pictures are set in (Noto Sans KR): what browsers load cannot be printed."""
    target.mkdir(parents=True, exist_ok=True)
    for weight in ("400Regular", "700Bold"):
        font = f"NotoSansKR_{weight}.ttf"
        shutil.copy(package / weight / font, target / font)


def install_map(module: Path, target: Path) -> None:
    """Turn the map's JavaScript module (MapSVG's provinces of Korea as paths) into the JSON it holds."""
    held = module.read_text(encoding="utf-8").strip().removeprefix("export default").removesuffix(";")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(json.loads(held)), encoding="utf-8")


def install_lacked_letters(package: Path, target: Path) -> None:
    """Add the parts of Noto Sans KR that have the letters KRDS's fonts lack; a browser loads one where it needs it."""
    faces = []
    for face in _FACE.finditer((package / "index.css").read_text(encoding="utf-8")):
        if any(_holds(face["ranges"], letter) for letter in _LACKED):
            shutil.copy(package / "files" / face["file"], target / "fonts" / face["file"])
            faces.append(
                face[0].replace("./files/", "../fonts/").replace("Noto Sans KR Variable", "Noto Sans KR")
            )
    with (target / "css" / "fonts.css").open("a", encoding="utf-8") as fonts:
        fonts.write("\n".join(faces) + "\n")


def _holds(ranges: str, letter: str) -> bool:
    """Whether a `unicode-range` such as `U+3000-3002, U+33a1` holds a letter."""
    ends = [part.strip().removeprefix("U+").split("-") for part in ranges.split(",")]
    return any(int(first, 16) <= ord(letter) <= int([first, *last][-1], 16) for first, *last in ends)


def install(source: Path, target: Path) -> None:
    """Copy the tokens and fonts of KRDS; our own components are made of them, its styles of components weigh half a
    megabyte. Its tokens presume a root of 10 px (`62.5%`), which would make light of what a reader's browser is set to:
    they are counted again for the usual 16 px.
    """
    shutil.rmtree(target, ignore_errors=True)
    (target / "css").mkdir(parents=True)
    (target / "fonts").mkdir()
    tokens = (source / "css" / "token" / "krds_tokens.css").read_text(encoding="utf-8")
    tokens = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", tokens)
    tokens = re.sub(r"([\d.]+)rem\b", lambda size: f"{float(size[1]) / 1.6:g}rem", tokens)
    (target / "css" / "tokens.css").write_text(tokens, encoding="utf-8")
    faces = []
    for weight, number in _FONTS.items():
        font = f"PretendardGOV-{weight}.subset.woff2"
        shutil.copy(source / "fonts" / font, target / "fonts" / font)
        faces.append(
            f'@font-face {{ font-family: "Pretendard GOV"; font-weight: {number}; font-display: swap; '
            f'src: url("../fonts/{font}") format("woff2"); }}'
        )
    (target / "css" / "fonts.css").write_text("\n".join(faces) + "\n", encoding="utf-8")


def install_all(home: Path) -> None:
    """Have npm bring the packages into the home folder, and take from them what pages, pictures and books need."""
    home.mkdir(parents=True, exist_ok=True)
    for lock in ("package.json", "package-lock.json"):
        shutil.copy(PACKAGE / "config" / "packages" / lock, home / lock)
    npm.install(home)
    modules = home / "node_modules"
    install(modules / "krds-uiux" / "resources", home / "assets" / "krds")
    install_lacked_letters(modules / "@fontsource-variable" / "noto-sans-kr", home / "assets" / "krds")
    install_print_fonts(modules / "@expo-google-fonts" / "noto-sans-kr", home / "fonts")
    install_map(modules / "@svg-maps" / "south-korea" / "index.js", home / "maps" / "south-korea.json")
    (home / "static").mkdir(exist_ok=True)
