"""Content streams executed as far as colors, fonts and graphics states go (PDF Reference 1.6, chapters 4 and 5)."""
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import Name

DEVICE_SETTERS = {"g": ("fill", "/DeviceGray"), "G": ("stroke", "/DeviceGray"), "rg": ("fill", "/DeviceRGB"),
                  "RG": ("stroke", "/DeviceRGB"), "k": ("fill", "/DeviceCMYK"), "K": ("stroke", "/DeviceCMYK")}
FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
STROKES = {"S", "s", "B", "B*", "b", "b*"}
SHOWS = {"Tj", "TJ", "'", '"'}
# Text objects and marked content are nested or separate (PDF Reference 1.6, 10.5.1).
OPENERS, CLOSERS = {"BT": "BT", "BMC": "BMC", "BDC": "BMC"}, {"ET": "BT", "EMC": "BMC"}
# Not between BT and ET (figure 4.1): all graphics but for parameters other than the matrix.
NOT_IN_TEXT = set("BT q Q cm m l c v y h re S s f F f* B B* b b* n W W* sh Do".split())

# PDF Reference 1.6, appendix A.
OPERATORS = set(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re "
    "RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split())


@dataclass(frozen=True)
class State:
    fill: Any = Name.DeviceGray
    stroke: Any = Name.DeviceGray
    font: Any = None
    mode: int = 0
    overprint_fill: bool = False
    overprint_stroke: bool = False
    overprint_mode: int = 0


@dataclass
class Content:
    """A content stream, its resources, and what executing it showed."""
    where: str
    stream: Any
    resources: Any

    def execute(self, document):
        state, stack, deepest, opened = State(), [], 0, []
        for instruction in pikepdf.parse_content_stream(self.stream):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                document.inline_images.append((self.where, instruction.iimage, self.resources))
                continue
            operands, name = instruction.operands, str(instruction.operator)
            document.operators.setdefault(name, self.where)
            for operand in operands:
                document.operand(self.where, operand)
            if name in NOT_IN_TEXT and "BT" in opened:
                document.misplaced.append((self.where, f"{name} between BT and ET"))
            if name in OPENERS:
                opened.append(OPENERS[name])
            elif name in CLOSERS:
                if not opened or opened[-1] != CLOSERS[name]:
                    document.misplaced.append((self.where, f"{name} without its beginning"))
                if CLOSERS[name] in opened:
                    opened.reverse()
                    opened.remove(CLOSERS[name])
                    opened.reverse()
            if name == "q":
                stack.append(state)
                deepest = max(deepest, len(stack))
            elif name == "Q":
                if stack:
                    state = stack.pop()
                else:
                    document.nesting.append((self.where, "Q without q"))
            elif name in DEVICE_SETTERS:
                use, space = DEVICE_SETTERS[name]
                state = replace(state, **{use: Name(space)})
                document.color(self.where, Name(space), self.resources)
            elif name in ("cs", "CS"):
                space = self.named("/ColorSpace", operands[0])
                state = replace(state, **{"fill" if name == "cs" else "stroke": space})
                document.color(self.where, space, self.resources)
            elif name == "gs":
                state = self.applied(state, self.named("/ExtGState", operands[0]))
            elif name == "Tf":
                state = replace(state, font=self.named("/Font", operands[0]))
            elif name == "Tr":
                state = replace(state, mode=int(operands[0]))
            elif name == "ri":
                document.rendering_intents.append((self.where, str(operands[0])))
            elif name in SHOWS:
                document.shown(self.where, state, operands)
            elif name == "sh":
                document.shadings.append((self.where, self.named("/Shading", operands[0]), self.resources))
            if name in FILLS or name in SHOWS and state.mode in (0, 2, 4, 6):
                document.painted(self.where, state.fill, state.overprint_fill, state.overprint_mode)
            if name in STROKES or name in SHOWS and state.mode in (1, 2, 5, 6):
                document.painted(self.where, state.stroke, state.overprint_stroke, state.overprint_mode)
        if opened:
            document.misplaced.append((self.where, f"{', '.join(opened)} without an end"))
        if stack:
            document.nesting.append((self.where, "q without Q"))
        if deepest > 28:
            document.nesting.append((self.where, f"q nested {deepest} deep"))

    def named(self, category, name):
        """What the resources call `name`, or the name itself where they say nothing."""
        group = self.resources.get(category) if self.resources is not None else None
        return group.get(str(name), name) if group is not None else name

    def applied(self, state, dictionary):
        if not isinstance(dictionary, pikepdf.Dictionary):
            return state
        if "/OP" in dictionary:
            # 4.5.6: OP alone speaks for filling too.
            state = replace(state, overprint_stroke=bool(dictionary.OP),
                            overprint_fill=bool(dictionary.get("/op", dictionary.OP)))
        elif "/op" in dictionary:
            state = replace(state, overprint_fill=bool(dictionary.op))
        if "/OPM" in dictionary:
            state = replace(state, overprint_mode=int(dictionary.OPM))
        if "/Font" in dictionary:
            state = replace(state, font=dictionary.Font[0])
        return state
