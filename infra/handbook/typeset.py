"""Sets the handbook's Markdown in Typst: what infra/papers hands to the typesetter."""

import re

PLACE = re.compile(r"⟨([^⟨⟩]*)⟩")
# A figure does not stand at the end of a line without what it counts, nor a section sign without its number.
TIED = re.compile(r"(§§?|Art\.|Abs\.|Nr\.|Buchst\.|S\.|z\.) (?=[\dB(a-z])|(?<=\d) (?=(?:Tage?n?|Minuten|Stunden?|MB|Uhr|Zeichen)\b)")
QUOTED = re.compile(r"„([^“\"„]*)\"")
# Half an address leads nowhere: no hyphen comes into it.
ADDRESS = re.compile(r"((?:https?://|mailto:)[^\s,;)]+|[\w.+-]+@[\w.-]+\w|\b[\w-]+(?:\.[\w-]+)*\.(?:com|de|eu|example|io|nrw|org|tools)\b(?:/[\w/.-]*\w)?)")
NO_LINK = ("http:", "https:", "mailto:")


class Typesetter:
    def __init__(self, markdown, pages):
        self.markdown = markdown
        self.pages = pages
        self.blanks = 0

    @staticmethod
    def string(text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

    def page(self, name, text):
        """A page as code; its first heading can be linked to by the page's name."""
        self.name, self.titled = name, False
        return "#{\n" + self.blocks(iter(self.markdown.parse(text)), None) + "\n}\n"

    def blocks(self, tokens, end):
        code = []
        for token in tokens:
            if token.type == end:
                break
            code.append(self.block(token, tokens))
        return "\n".join(filter(None, code))

    def block(self, token, tokens):
        match token.type:
            case "heading_open":
                return self.heading(int(token.tag[1]), self.until(tokens, "heading_close"))
            case "paragraph_open":
                inline = self.until(tokens, "paragraph_close")
                return inline + "\nparbreak()"
            case "inline":
                return self.inline(token.children)
            case "bullet_list_open":
                return self.listing("list", tokens, "bullet_list_close")
            case "ordered_list_open":
                return self.listing("enum", tokens, "ordered_list_close")
            case "blockquote_open":
                return "quote(block: true, {\n" + self.blocks(tokens, "blockquote_close") + "\n})"
            case "table_open":
                return self.table(tokens)
            case "hr":
                return "line(length: 100%, stroke: 0.4pt)"
            case "html_block":
                return ""
            case "fence" | "code_block":
                return f"raw({self.string(token.content)}, block: true)"
        raise ValueError(f"{self.name}: {token.type} is not set")

    def until(self, tokens, end):
        return self.blocks(tokens, end)

    def heading(self, level, words):
        mark = ""
        if level == 1 and not self.titled:
            self.titled, mark = True, f" <page-{self.name}>"
        return f"[#heading(level: {level}, {{ {words} }}){mark}]"

    def listing(self, kind, tokens, end):
        items = []
        for token in tokens:
            if token.type == end:
                break
            items.append("{\n" + self.blocks(tokens, "list_item_close").removesuffix("\nparbreak()") + "\n}")
        return f"{kind}({', '.join(items)})"

    def table(self, tokens):
        rows = [[]]
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_close":
                rows.append([])
            if token.type == "inline":
                rows[-1].append((self.inline(token.children), len(re.sub(r"[⟨⟩*`]|\]\(.*?\)", "", token.content))))
        rows = [row for row in rows if row]
        columns = ", ".join(self.width([row[column][1] for row in rows]) for column in range(len(rows[0])))
        head = ", ".join(f"strong({cell})" for cell, _ in rows[0])
        body = [", ".join(cell for cell, _ in row) for row in rows[1:]]
        named = any(length for _, length in rows[0])
        return f"table(columns: ({columns},), {f'table.header({head}), ' if named else ''}{', '.join(body)})"

    @staticmethod
    def width(lengths):
        longest = max(lengths)
        return "auto" if longest <= 12 else f"{max(3.0, min(26.0, longest ** 0.75)):.1f}fr"

    def inline(self, children):
        code, ends = ["{"], []
        for child in children or []:
            match child.type:
                case "text":
                    code.append(self.words(child.content))
                case "softbreak":
                    code.append("[ ]" if self.name != "leichte-sprache" else "linebreak()")
                case "hardbreak":
                    code.append("linebreak()")
                case "code_inline":
                    code.append(f"raw({self.string(child.content)})")
                case "strong_open":
                    code.append("strong({")
                    ends.append("})")
                case "em_open":
                    code.append("emph({")
                    ends.append("})")
                case "link_open":
                    code.append(self.link(child.attrs["href"]))
                    ends.append("})" if code[-1].startswith("link(") else "}")
                case "strong_close" | "em_close" | "link_close":
                    code.append(ends.pop())
                case "html_inline":
                    pass
                case _:
                    raise ValueError(f"{self.name}: {child.type} is not set")
        return "\n".join(code + ["}"])

    def link(self, target):
        """Within the folder or on the web; what lies elsewhere in the repository is only named."""
        page = target.split("#")[0].removesuffix(".md")
        if page in self.pages:
            return f"link(label({self.string('page-' + page)}), {{"
        return f"link({self.string(target)}, {{" if target.startswith(NO_LINK) else "{"

    def words(self, text):
        text = TIED.sub(lambda tied: tied.group().replace(" ", "\u00a0"), QUOTED.sub("„\\1“", text))
        parts = PLACE.split(text)
        self.blanks += len(parts) // 2
        return "\n".join(f"blank({self.string(part)})" if at % 2 else self.plain(part) for at, part in enumerate(parts))

    def plain(self, text):
        kinds = "text({})", "text(hyphenate: false, {})"
        return "\n".join(kinds[at % 2].format(self.string(part)) for at, part in enumerate(ADDRESS.split(text)) if part)
