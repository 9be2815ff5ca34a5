package markdown

import (
	"bytes"
	"math"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// What GitHub adds to CommonMark, as far as it is read here: tables and text that is
// struck out. goldmark has both in a package with all of its extensions, whose patterns
// are compiled at the start of every program that has it, Markdown or not, and take
// longer than anything else there. These make the same trees but for empty cells, of which a
// row of one letter may ask for thousands; the tests hold the pages together.

// newParser reads CommonMark with these two.
func newParser() parser.Parser {
	inline := append(parser.DefaultInlineParsers(), util.Prioritized(strikes{}, 500))
	paragraphs := append(parser.DefaultParagraphTransformers(), util.Prioritized(tables{}, 200))
	return parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(inline...), parser.WithParagraphTransformers(paragraphs...))
}

// tables makes a table of the lines of a paragraph that follow a line of dashes and
// bars, and of the one before it.
type tables struct{}

func (tables) Transform(p *ast.Paragraph, reader gtext.Reader, _ parser.Context) {
	source, lines := reader.Source(), p.Lines()
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		columns := columnsOf(line.Value(source))
		if columns == 0 {
			continue
		}
		header := rowOf(lines.At(i-1), source, math.MaxInt)
		if header.ChildCount() > columns {
			return
		}
		table := east.NewTable()
		table.AppendChild(table, east.NewTableHeader(header))
		for k := i + 1; k < lines.Len(); k++ {
			table.AppendChild(table, rowOf(lines.At(k), source, columns))
		}
		p.Parent().InsertAfter(p.Parent(), p, table)
		if i == 1 {
			p.Parent().RemoveChild(p.Parent(), p)
			return
		}
		lines.SetSliced(0, i-1)
		last := lines.At(i - 2)
		last.Stop-- // its line end
		lines.Set(i-2, last)
	}
}

// columnsOf is how many columns a line of dashes sets apart: | --- | :-: |; 0 where it is
// no such line.
func columnsOf(line []byte) int {
	if indent, _ := util.IndentWidth(line, 0); indent > 3 || len(bytes.Trim(line, "-")) == 0 {
		return 0
	}
	cells := bytes.Split(line, []byte("|"))
	if util.IsBlank(cells[0]) {
		cells = cells[1:]
	}
	if n := len(cells); n > 0 && util.IsBlank(cells[n-1]) {
		cells = cells[:n-1]
	}
	for _, cell := range cells {
		cell = bytes.Trim(cell, " \t\r\n")
		cell = bytes.TrimSuffix(bytes.TrimPrefix(cell, []byte(":")), []byte(":"))
		if len(cell) == 0 || len(bytes.Trim(cell, "-")) > 0 {
			return 0
		}
	}
	return len(cells)
}

// rowOf is the row that a line is, of at most so many cells. A bar behind a backslash
// ends no cell.
func rowOf(line gtext.Segment, source []byte, most int) *east.TableRow {
	row := east.NewTableRow(nil)
	line = line.TrimLeftSpace(source)
	line = line.TrimRightSpace(source)
	t := line.Value(source)
	pos, limit := 0, len(t)
	if limit > 0 && t[0] == '|' {
		pos++
	}
	if limit > 0 && t[limit-1] == '|' {
		limit--
	}
	for pos < limit && row.ChildCount() < most {
		end := pos
		for end < limit && (t[end] != '|' || end > 0 && t[end-1] == '\\') {
			end++
		}
		cell := gtext.NewSegment(line.Start+pos, line.Start+end)
		cell = cell.TrimLeftSpace(source)
		node := east.NewTableCell()
		node.Lines().Append(cell.TrimRightSpace(source))
		row.AppendChild(row, node)
		pos = end + 1
	}
	return row
}

var escapedBar = []byte(`\|`)

// codeInCell reports whether a text is code in a cell of a table, where the backslash
// before a bar is none of the code.
func codeInCell(n *ast.Text) bool {
	if n.Parent() == nil || n.Parent().Kind() != ast.KindCodeSpan {
		return false
	}
	for up := n.Parent().Parent(); up != nil; up = up.Parent() {
		if up.Kind() == east.KindTableCell {
			return true
		}
	}
	return false
}

// strikes reads text between one or two tildes.
type strikes struct{}

func (strikes) Trigger() []byte { return []byte{'~'} }

func (s strikes) Parse(_ ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	node := parser.ScanDelimiter(line, before, 1, s)
	if node == nil || node.OriginalLength > 2 || before == '~' {
		return nil
	}
	node.Segment = segment.WithStop(segment.Start + node.OriginalLength)
	block.Advance(node.OriginalLength)
	pc.PushDelimiter(node)
	return node
}

func (strikes) IsDelimiter(b byte) bool { return b == '~' }

func (strikes) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (strikes) OnMatch(int) ast.Node { return east.NewStrikethrough() }
