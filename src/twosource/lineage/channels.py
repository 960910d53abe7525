"""The open channel through which somebody spoke: a post, a news conference, a hearing, a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from twosource.lineage.view import View
from twosource.model import Source, Span, Statement

ChannelKind = Literal["post", "press", "hearing", "document"]


class Channel(NamedTuple):
    """The kind of channel, the words that show it, and the document source that they name, if there is one."""

    kind: ChannelKind
    span: Span
    document: str | None = None


# In the order in which they decide: a tweet about a hearing is a tweet.
_WORDS: tuple[tuple[ChannelKind, re.Pattern[str]], ...] = (
    (
        "post",
        re.compile(
            r"\b(?:re)?tweet(?:s|ed|ing)?\b|\b(?:on|via|to|over) (?:Twitter|Facebook|Instagram|Telegram"
            r"|Truth Social|LinkedIn"
            r"|TikTok|YouTube|Weibo|Mastodon|Bluesky|Threads|social media)\b|\b(?:Twitter|Facebook|Instagram"
            r"|Telegram|LinkedIn|blog)"
            r" (?:post|message|video|account|feed|page)\b|\bposted (?:on|to|a)\b|\bsocial (?:network|media)\b"
            r"|\bin (?:an?|another|his|her|their) (?:\w+ ){0,2}post\b"
            r"|\b(?:wrote|writes|writing) on (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z]\w+",
        ),
    ),
    (
        "hearing",
        re.compile(
            r"\bhearings?\b|\btestif(?:y|ies|ied|ying)\b|\btestimony\b|\b(?:told|telling|to|before) (?:U\.?S\.? |the )?"
            r"(?:[Ss]enators?|[Ll]awmakers|[Cc]ongress(?:ional)?|[Pp]arliament|MPs"
            r"|(?:the )?(?:[A-Z]\w+ )*[Cc]ommittee|jurors|the jury"
            r"|a judge|the judge|the court|a court)\b|\bin (?:open )?court\b|\bon the (?:Senate|House) floor\b",
        ),
    ),
    (
        "press",
        re.compile(
            r"\b(?:news|press|media) (?:conference|briefing|availability|statement)s?\b|\bbriefings?\b"
            r"|\btold (?:the )?(?:assembled )?"
            r"(?:reporters|journalists|media|press)\b|\bspeaking (?:to|with) (?:reporters|journalists)\b"
            r"|\b(?:reporters|journalists)"
            r" (?:asked|gathered)\b|\b(?:[Ii]n|[Dd]uring|[Aa]t) (?:a |his |her |their "
            r"|the )?(?:[\w’'.,-]+ ){0,4}(?:speech|address|rally|ceremony"
            r"|town hall|remarks|appearance|event|summit|meeting|debate)\b|\b(?:shouted"
            r"|reporters[’']?) questions?\b"
            r"|\btold (?:an? |the )?(?:[\w’'-]+ ){0,3}?(?:crowd|audience|gathering|supporters|rally)\b"
            r"|\b(?:[Cc]ornered|[Aa]sked|[Pp]ressed|[Gg]rilled|[Qq]uestioned|[Qq]uizzed) by"
            r" (?:reporters|journalists|the press)\b",
        ),
    ),
    (
        "document",
        re.compile(
            r"\b(?:[Ii]n|[Bb]y|[Ww]ith|[Ii]ssu(?:ed|es|ing)|[Rr]eleas(?:ed|es|ing)|[Aa]ccording to|[Tt]hrough|[Vv]ia)"
            r" (?:an? |the |his |her |their "
            r"|its )?(?:\w+[ -]){0,3}(?:statement|letter|memo|memorandum"
            r"|report|paper|study|survey|poll|lawsuit|complaint|filing|affidavit|indictment|op-ed|article|essay"
            r"|editorial|book"
            r"|press release|news release|documents?|transcript|white paper)\b"
            r"|\b(?:wrote|writing|writes) in (?!(?:January"
            r"|February|March|April|May|June|July|August|September|October|November|December|[12]\d{3})\b)"
            r"|\bpress office\b",
        ),
    ),
)
# A statement sent to the one who asked is an answer, and not published.
_REPLY = re.compile(
    r"\be-?mailed (?:statement|response|reply|answer|comment)s?\b|\b(?:statement|response|reply)s? (?:e-?mailed|sent"
    r"|provided|given) to\b",
    re.IGNORECASE,
)
# What is put out or filed for all to read; a letter, a memo or a report may have been given to one.
_PUT_OUT = re.compile(
    r"\b(?:statement|announcement|declaration|communiqu[eé]|(?:press|news) release|(?:law)?suit"
    r"|(?:court|legal) \w+|complaint|indictment|affidavit|filing|op-ed|editorial|tweet)s?\b",
    re.IGNORECASE,
)
_WROTE = re.compile(r"(?:\w+ )?(?:wrote|writes|posted|posts|added|adds)(?: \w+)?", re.IGNORECASE)
_FIRST_WORDS = re.compile(r"\w+(?: \w+){0,2}")
# Words of a document's name that tell its kind.
_NAMED: tuple[tuple[ChannelKind, re.Pattern[str]], ...] = (
    ("post", re.compile(r"\b(?:re)?tweet|\bpost(?:ed)?\b|\bTwitter|\bFacebook|: wrote on\b|: on\b", re.IGNORECASE)),
    ("hearing", re.compile(r"\bhearing|\btestimony|\btrial\b", re.IGNORECASE)),
    (
        "press",
        re.compile(
            r"\bconference|\bbriefing|\bremarks?\b|\bspeech|\baddress\b|\brally|\breporters|\binterview|\bmeeting\b"
            r"|\bceremony|\btown hall|\bappearance\b|\bdebate\b|\baudience\b|\bcrowd\b|\bgathering\b"
            r"|\bbroadcast|\bcomments?\b",
            re.IGNORECASE,
        ),
    ),
)


def published(channel: Channel | None, view: View, statement: Statement) -> bool:
    """The channel is open to every outlet: any but a document, and of documents those that are put out for all."""
    if channel is None:
        return False
    if channel.kind != "document":
        return True
    words = f"{view.text(channel.span)} {view.text(statement.source) if statement.source else ''}"
    return _PUT_OUT.search(words) is not None


def channel(view: View, statement: Statement, sources: dict[str, Source]) -> Channel | None:
    """The open channel that the statement's own sentence names for it, outside the quoted words; else ``None``.

    A document that is itself the speaker is the channel.
    """
    speaker = sources.get(statement.speaker or "")
    if speaker is not None and speaker.kind == "document":
        at = statement.source or statement.cue or statement.content[0]
        return Channel(kind_of(speaker), at, speaker.id)
    read = _read_out(view, statement, sources)
    if read is not None:
        return read
    sentence = view.anchor(statement)
    span = view.reading.sentences[sentence].span
    plain = _without_content(view, statement, span)
    if _REPLY.search(plain):
        return None
    for kind, pattern in _WORDS:
        match = pattern.search(plain)
        if match:
            words = Span(span.start + match.start(), span.start + match.end())
            return Channel(kind, words, _document(view, sources, span, kind, statement, words))
    return _post_before(view, sources, statement, min(sentence, max(0, view.sentence_at(statement.content[0].start))))


def _read_out(view: View, statement: Statement, sources: Mapping[str, Source]) -> Channel | None:
    """The document in whose words its issuer speaks ("Ruiz's statement read")."""
    source = statement.source
    if source is None:
        return None
    for span, key in view.mentions:
        inside = span.start < source.end and source.start < span.end and sources[key].kind == "document"
        if inside and _PUT_OUT.search(view.text(span)):
            return Channel(kind_of(sources[key]), source, key)
    return None


def _post_before(view: View, sources: dict[str, Source], statement: Statement, sentence: int) -> Channel | None:
    """The post that the sentence before the words announces, for words that somebody "wrote"."""
    if sentence == 0 or statement.cue is None or not _WROTE.fullmatch(view.text(statement.cue)):
        return None
    span = view.reading.sentences[sentence - 1].span
    match = _WORDS[0][1].search(view.outside_quotes(sentence - 1))
    if match is None:
        return None
    words = Span(span.start + match.start(), span.start + match.end())
    return Channel("post", words, _document(view, sources, span, "post", statement, words))


def names_it(view: View, channel: Channel) -> bool:
    """The words of a channel hold the name of its document: it is what was spoken through, and not spoken of."""
    return channel.document is not None and any(
        key == channel.document and span.start < channel.span.end and channel.span.start < span.end
        for span, key in view.mentions
    )


def in_paragraph(view: View, channels: dict[str, Channel | None]) -> None:
    """Give a statement without a channel the one that its speaker's last statement in the paragraph has."""
    last: dict[tuple[int, str], Channel] = {}
    for statement in view.statements:
        where = (view.reading.sentences[view.anchor(statement)].paragraph, statement.speaker or "")
        found = channels[statement.id]
        if found is not None and found.kind != "document":
            last[where] = found
        elif found is None and where in last and statement.speaker:
            channels[statement.id] = last[where]._replace(document=None)


def kind_of(source: Source) -> ChannelKind:
    """What kind of channel a document is, from its name and description."""
    words = f"{source.name} {source.description or ''}"
    return next((kind for kind, pattern in _NAMED if pattern.search(words)), "document")


def open_speaker(view: View, statement: Statement, channel: Channel, sources: Mapping[str, Source]) -> str | None:
    """Who spoke, where a statement is an outlet's account of a remark made in the open ("X told reporters, says Y").

    The person named last before the words of the channel.
    """
    sentence = view.reading.sentences[view.anchor(statement)].span
    if channel.kind == "document":
        return None
    before = [
        (span.start, key)
        for span, key in view.mentions
        if sentence.start <= span.start and span.end <= channel.span.start and sources[key].kind == "named person"
    ]
    return max(before)[1] if before else None


def _without_content(view: View, statement: Statement, span: Span) -> str:
    """The sentence with the content blanked out, but for its first words where no quotation begins it.

    They may be whom it was told to: "told | senators he was hopeful".
    """
    chars = list(view.text(span))
    for content in statement.content:
        told = _FIRST_WORDS.match(view.text(content))
        kept = content.start + (told.end() if told else 0)
        for k in range(max(kept, span.start), min(content.end, span.end)):
            chars[k - span.start] = " "
    return "".join(chars)


def _document(
    view: View, sources: dict[str, Source], sentence: Span, kind: ChannelKind, statement: Statement, words: Span
) -> str | None:
    """The document source mentioned in the sentence, outside the content, that is of this kind."""
    spoken = None
    for span, key in view.mentions:
        if span.start >= sentence.end or span.end <= sentence.start:
            continue
        source = sources[key]
        inside = any(c.start <= span.start and span.end <= c.end for c in statement.content)
        if source.kind == "organisation" and span.start < words.end and words.start < span.end:
            return key  # "via the ministry's press office": the office is what published it
        if source.kind == "document" and not inside:
            if kind_of(source) == kind:
                return key
            if (
                {kind, kind_of(source)} <= {"press", "hearing"}
                and span.start < words.end
                and words.start < span.end + 4
            ):
                spoken = key  # "in a speech to Parliament"
    return spoken
