"""Links to other pages, promotion, buttons: what a site prints on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.gazetteer.outlets import mentions
from twosource.intake.furniture.mark import Mark, bare, looks_told
from twosource.intake.page import Page

# "See also: another headline". The colon (or a line of its own) makes the difference to a sentence that begins so.
_LEAD = re.compile(
    r"""(?:see\ also|also\ (?:read|see|watch|on)|(?:also|you\ may\ also)\ like|read\ (?:also|more
    |next|on(?:\ the\ [\w ]{3,20})?|now|this|it|the\ [\w ]{3,30}|in\ full)
    |more(?:\ (?:on|from|about|in|stories|news|coverage)[^:]{0,40})?|(?:click|tap)\ (?:here|to)[^:]{0,30}
    |related(?:\ (?:story|stories|articles?|coverage|news|videos?|links?|content|reading
    |topics?|posts?))?|recommended(?:\ [\w ]{1,20})?
    |you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in)[\w ]{0,20}
    |don[’']t\ miss[^:]{0,30}|must[- ]reads?|up\ next
    |(?:watch|listen)(?:\ (?:now|live|more|here|below|next|this|also|the\ \w+))?
    |in\ (?:pictures|photos|case\ you\ missed\ it)|gallery|video
    |trending(?:\ \w+)?|(?:most|top)\ (?:read|popular|viewed|stories|shared)
    |editor[’']?s[’']?\ picks?|further\ reading|explore\ (?:more|further)
    |keep\ reading|(?:next|previous)\ (?:article|story|post|up)|what\ to\ read\ next|opinion
    |explainer|analysis|exclusive|also|full\ coverage|live\ updates?
    |from\ the\ archives?|on\ our\ (?:site|radar)|in\ this\ (?:article|story|section)|read)""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER_LEAD = re.compile(r"\s*(?:[:：|»>▶►→]|[—–-]{1,2}\s|\.{3}|…)")
# Section words that stand alone as a kicker ("Opinion") are left in peace unless a colon and a headline follow.
_KICKERS = frozenset(["opinion", "explainer", "analysis", "exclusive", "video", "gallery", "more", "also"])
# An order to the reader that ends in a place to click.
_GO_THERE = re.compile(
    r"(?:read|see|watch|view|click|tap|find|get|check out|listen|visit|learn|sign|follow|download"
    r"|subscribe|join|try|buy|shop)\b"
    r".{0,200}\b(?:here|below|above|this link|the link|our (?:website|site|page|app|newsletter|channel"
    r"|coverage)|more|now|today|free)\b"
    r"[.!:)»>→\s]*"
    r"|read (?:the )?(?:rest|whole|full|entire|complete)\b[^.]{0,40}\b(?:at|in|on) [^.]{2,40}\.?"
    r"|read more (?!than\b)[^.!?]{2,60}|share (?:it )?(?:with|on|via) [^.!?]{2,30}",
    re.IGNORECASE,
)
_PROMOTION = re.compile(
    r"""\b(?:(?:your\ )?email\ address\ will\ not\ be|required\ fields\ are|uses\ akismet
    |save\ my\ name,\ email|notify\ me\ of
        |if\ you\ (?:enjoyed|liked|found)\ this|thank(?:s|\ you)\ for\ reading|chat\ with\ (?-i:us)\b
        |your\ social\ networks?|has\ been\ sent\ to\ your|have\ successfully\ (?:e?-?mailed|posted|shared)
        |consider\ (?:supporting|subscribing|donating)|help\ us\ (?:keep|continue|grow|bring)
        |sign\ up\ (?:for|to|here|now|today|below)|subscribe\ (?:to|now|here|today|for)|(?:our
    |free|daily|weekly|morning)\ newsletters?
    |get\ (?:the|our|your|more|all)\ (?:latest|top|best|free|daily|breaking|news|morning)
    |(?:download|get)\ (?:the|our)\ (?:[\w ]{0,20})app
    |join\ (?:now|(?-i:us)|our|the\ conversation|the\ discussion|thousands|free|[\d,.]+\ )
    |become\ an?\ (?:member|subscriber|supporter|patron|insider)
    |support\ (?:our|independent|quality|local)\ (?:\w+\ )?(?:work|journalism|reporting
    |newsroom|news)|follow\ (?:(?-i:us)|me|our|him|her|them)\b
    |follow\ .{2,40}\ for\ (?:more|the\ latest|updates)|(?:press|media)\ contacts?\b
    |contact\ for\ (?:the\ )?(?:media|press)|for\ (?:more
    |further)\ information,?\ (?:please\ )?contact|notes\ (?:to|for)\ editors
    |follow\ .{2,120}\ on\ (?:twitter|facebook|instagram|x|threads|telegram|linkedin|youtube
    |tiktok)|on\ twitter\ follow|follow\ @\w+
    |like\ (?:(?-i:us)|the\ page|our\ page|this\ page)|click\ (?:here|below|on\ the|the)
    |(?:straight|directly|right|delivered)\ to\ your\ (?:inbox|phone)
    |enable\ javascript|this\ video\ is\ (?:restricted|unavailable)|free\ (?:trial|reports?
    |alerts?)|brought\ to\ you\ by|powered\ by
    |limited[- ]time\ offer|donate\ (?:now|today|here)|make\ a\ (?:donation|contribution)
    |share\ (?:and\ comment|your\ (?:thoughts|views|opinion|story))
    |(?:in|leave)\ (?:the|a|your)\ comments?\ (?:below|section)|let\ us\ know\ (?:what|in)
    |(?:vote|take\ part)\ in\ (?:our|the|this)\ (?:\w+\ )?(?:poll|survey)
    |take\ (?:our|the|this)\ (?:\w+\ )?(?:poll|survey|quiz)
    |turn\ on\ notifications|email\ (?:me|(?-i:us))\b|questions\?\ tips\?
    |(?:our|your|latest|this)\ podcast|podcast\ (?:here|below)|for\ more\ .{2,60}(?:visit
    |check\ out|sign\ up|go\ to|click|follow)|have\ (?:a|any)\ (?:news\ )?tips?\?
    |we\ use\ cookies|accept\ (?:all\ )?cookies|market\ news\ and\ data
    |data\ (?:is\ )?provided\ by|quotes\ delayed|smarter\ investing
    |check\ out\ (?:more|our|the\ (?:latest|rest|full)))""",
    re.IGNORECASE | re.VERBOSE,
)
# Who is spoken to: promotion addresses the reader or gives an order; a story about newsletters does neither.
_ADDRESSES = re.compile(
    r"^(?:sign|subscribe|get|download|join|become|support|follow|like|click|enable|donate|make"
    r"|share|leave|let|turn|email|check|"
    r"want|what do you think|vote|take|thanks|for more"
    r"|listen|watch|read|see|visit|try|on twitter|do you|have (?:a|any)|stay"
    r"|never miss|don[’']t miss|questions|welcome|more from"
    r"|this video|this site|required|save|notify|if you|thank you|consider|help us"
    r"|we use|accept|market news|data|quotes|powered|brought|press|media|contact|notes"
    r"|trade)\b|\b(?:you|your|our|(?-i:us))\b|@\w",
    re.IGNORECASE,
)
_BUTTONS = frozenset(
    """share|share this|share this article|share this story|share article|tweet|tweet this|email|e-mail|print|save
comments|comment|leave a comment|post a comment|add a comment
view comments|show comments|hide comments|join the conversation
leave a reply|reply|loading|loading...|loading…|loading comments|advertisement|advertising|ad|sponsored
sponsored content|promoted|promoted content|paid content|partner content|story continues|story continues below
story continues below advertisement|article continues below|article continues below advertisement|continue reading
continue reading below|continue reading the main story|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram
instagram|youtube|messenger|copy link|link copied|like|sign in|log in|login|register|subscribe|subscribe now|menu
search|home|skip to content|skip to main content|skip advertisement|close|play|play video|mute|unmute|back to top
top|follow us|follow|share on facebook|share on twitter|share on whatsapp|share via email|share by email
share on linkedin|share on x|most read|most popular|trending|related|related articles|related stories|related news
recommended|recommended stories|recommended for you|you may also like|you might also like|see also|read more
read next|more news|more stories|latest news|latest|top stories|popular|popular posts|newsletter|newsletters|sign up
join now|join now: free!|terms of use|terms of service|privacy policy|cookie policy|contact us|about us|advertise
advertise with us|abstract|full text|full text. correction appended|correction appended|text size
listen to this article|listen|image|video|getty|getty images|write to us|view all|load more|show more|next|previous
prev|tags|topics|filed under|posted in|x|rss|cookies|accept|accept all|got it|watch|watch live|live|live updates
more|editor's picks|don't miss|gift article|gift this article|report an error|report a typo|republish
republish this article|translate|font size|bookmark|add to bookmarks|view in app|open in app|download app""".replace(
        "\n", "|"
    ).split("|")
)
_COUNTED = re.compile(
    r"(?:updated |published |posted )?(?:\d+|an?) (?:hours?|minutes?|mins?|days?|weeks?) ago|"
    r"\d[\d,.]*k?\s*(?:comments?|shares?|likes?|views?|reads?|retweets?|replies"
    r"|min(?:ute)?s?(?: of)? read(?:ing)?|min)|"
    r"(?:reading time|estimated reading time)\s*:?\s*\d+.{0,12}|(?:comments?|shares?)\s*\(?\d+\)?",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"(?:more from|trending (?:in|on)|popular (?:in|on)|recommended (?:by|for)|sponsored (?:links|content|stories)"
    r"|content from|share this (?:with|on)|post (?:this )?to|tweets by|you may be interested in)\b[^.!?,;]{0,40}"
    r"|(?:slideshow|gallery|photos)? ?\(?\d+ ?(?:/|of|images|photos) ?\d*\)?|related (?:coverage|reading)"
    r"|story highlights|before you go|what's hot|next up|full ?screen|autoplay|(?:show|hide) captions?"
    r"|last slide ?next slide|(?:type|write|post|add) your comment(?: here)?|your feedback matters|ad feedback"
    r"|(?:skip past |skip |after |before )(?:the )?(?:newsletter|advert\w*)(?: (?:promotion|sign-?up|break))?"
    r"|listen to this story|(?:facebook|view|show|hide|read|load) (?:all )?comments|the morning e-?mail",
    re.IGNORECASE,
)
# The time of publication, at the head; further down it opens an entry of a running report.
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)? ?(?:e[sd]?t|c[sd]?t|p[sd]?t|m[sd]t|gmt|bst|utc|cest|cet)", re.IGNORECASE
)
_OF_OUTLET = re.compile(
    r"^['’]s?\b[^.]{0,60}\b(?:coverage|newsletters?|app|podcast|channel|reporting|stories)\b"
    r"|^ (?:APIs?|newsletters?|app)\b"
)
# One link or one button is a line; a paragraph is a story.
LONGEST_LINK = 260
HEAD = 5
LONGEST_PROMOTION = 330


def see_also(page: Page) -> Iterator[Mark]:
    """Lines that lead to another page: "See also: ...", "Read more here"."""
    for i, block in enumerate(page.blocks):
        text = bare(block.text)
        if i == page.title or len(text) > LONGEST_LINK:
            continue
        text = text.lstrip("▶►▸→»>•·[( ").rstrip("])")
        lead = _LEAD.match(text)
        after = _AFTER_LEAD.match(text, lead.end()) if lead else None
        if lead and after and not _is_quotation(text[after.end() :]) and _is_line_of_its_own(text, lead.group()):
            yield Mark(block.span, "see-also", f"leads to another page (“{lead.group()}”)")
        elif _GO_THERE.fullmatch(text) and not looks_told(text) and len(text) < 200:
            yield Mark(block.span, "go-there", "tells the reader where to click", outlet=own_outlet(text))


def _is_line_of_its_own(text: str, lead: str) -> bool:
    """A kicker before a colon counts only with a headline after it: capital letter, no full stop."""
    if lead.lower() not in _KICKERS:
        return True
    rest = text[len(lead) :].lstrip(" :|»>-–—")
    return rest[:1].isupper() and not rest.endswith(".") and len(rest) > 20


def _is_quotation(rest: str) -> bool:
    rest = rest.strip()
    return rest[:1] in '"“' and rest[-1:] in '"”.'


def promotion(page: Page) -> Iterator[Mark]:
    """Newsletters, apps, memberships, "brought to you by": addressed to the reader, not about the story."""
    for i, block in enumerate(page.blocks):
        text = bare(block.text)
        if i == page.title or len(text) > LONGEST_PROMOTION:
            continue
        text = text.lstrip("([")
        hit = _PROMOTION.search(text)
        if hit and not looks_told(text) and _ADDRESSES.search(text):
            yield Mark(block.span, "promotion", f"promotes (“{hit.group()}”)", outlet=own_outlet(text))


def own_outlet(text: str) -> str | None:
    """The outlet that speaks of its own coverage, app or data in a line of promotion."""
    named = {outlet.name for span, outlet in mentions(text) if _OF_OUTLET.match(text[span.end :])}
    return next(iter(named)) if len(named) == 1 else None


def buttons(page: Page) -> Iterator[Mark]:
    """Words of buttons and boxes that stand alone: "Share", "Comments", "Loading...", "12 comments"."""
    for i, block in enumerate(page.blocks):
        text = bare(block.text)
        if len(text) > 60:
            continue
        low = text.lower().replace("’", "'").strip(" .:!|>»")
        parts = [part.strip() for part in re.split(r"[|·•]", low)]
        if (
            all(part in _BUTTONS for part in parts)
            or text.lower() in _BUTTONS
            or _COUNTED.fullmatch(low)
            or (i != page.title and _BOX.fullmatch(low))
            or (i < HEAD and _CLOCK.fullmatch(low))
        ):
            yield Mark(block.span, "button", f"a button or box (“{text}”)")
        elif not any(c.isalnum() for c in text):
            yield Mark(block.span, "ornament", "a line without words")


_TAG_LEAD = re.compile(
    r"(?:posted in|filed under|tags?|tagged(?: with)?|topics?|categor(?:y|ies)|keywords?|labels?"
    r"|related topics|more on this|published in|sections?)"
    r"\s*[:：]",
    re.IGNORECASE,
)
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+")
_RUN_TOGETHER = re.compile(r"[a-z][A-Z]")


def tags(page: Page) -> Iterator[Mark]:
    """Tag strings: "Posted in: ...", also run together without spaces."""
    for i, block in enumerate(page.blocks):
        text = bare(block.text)
        if i == page.title or len(text) > 800:
            continue
        if _HASHTAGS.fullmatch(text):
            yield Mark(block.span, "tags", "hashtags")
        elif lead := _TAG_LEAD.match(text):
            if not looks_told(text) and not text.endswith("."):
                yield Mark(block.span, "tags", f"a string of tags (“{lead.group()}”)")
        elif len(_RUN_TOGETHER.findall(text)) >= 3 and not re.search(r"[.!?,;]", text) and not looks_told(text):
            yield Mark(block.span, "tags", "tags run together")
