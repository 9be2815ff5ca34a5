package pdffile

import "bytes"

// The tables that say where each object stands: the older kind is text, the
// newer one a stream. Each names the one before it. A file whose tables are
// damaged is read through for its objects.

// readTables follows the tables from the last one on. What a newer table says
// goes before an older one.
func (f *File) readTables() {
	tail := f.src[max(0, len(f.src)-2048):]
	i := bytes.LastIndex(tail, []byte("startxref"))
	if i < 0 {
		return
	}
	o, _ := (&Lexer{b: tail, at: i + len("startxref")}).Next()
	seen := map[int]bool{}
	for next := []int{f.int(o)}; len(next) > 0; {
		at := next[0]
		next = next[1:]
		if at < 0 || at >= len(f.src) || seen[at] {
			continue
		}
		seen[at] = true
		d := f.table(at)
		for key, o := range d {
			if _, ok := f.trailer[key]; !ok {
				f.trailer[key] = o
			}
		}
		for _, key := range []Name{"XRefStm", "Prev"} {
			if o, ok := d[key].(float64); ok {
				next = append(next, f.int(o))
			}
		}
	}
}

// table reads the table at a byte of the file and returns its dictionary.
func (f *File) table(at int) Dict {
	l := &Lexer{b: f.src, at: at, refs: true}
	defer func() { f.Budget.Spend(l.at - at) }()
	first, _ := l.Next()
	if n, ok := first.(float64); ok {
		s, _ := f.objectAt(at, f.int(n)).(*Stream)
		return f.streamTable(s)
	}
	if first != Operator("xref") {
		return nil
	}
	for {
		start, ok := l.Next()
		n, isNumber := start.(float64)
		if !isNumber {
			if !ok || start != Operator("trailer") {
				return nil
			}
			d, _ := l.Next()
			dict, _ := d.(Dict)
			return dict
		}
		count, _ := l.Next()
		f.section(l, f.int(n), f.int(count))
	}
}

// section reads the lines of a table from object num on. It ends where no line
// follows, whatever the count says.
func (f *File) section(l *Lexer, num, count int) {
	for ; count > 0; num, count = num+1, count-1 {
		before := l.at
		at, _ := l.Next()
		gen, _ := l.Next()
		use, _ := l.Next()
		if use != Operator("n") && use != Operator("f") {
			l.at = before
			return
		}
		if use == Operator("n") {
			f.add(num, entry{at: f.int(at), gen: f.int(gen)})
		}
	}
}

func (f *File) add(num int, e entry) {
	if _, ok := f.entries[num]; !ok && num >= 0 {
		f.entries[num] = e
	}
}

// streamTable reads a table that is a stream.
func (f *File) streamTable(s *Stream) Dict {
	if s == nil {
		return nil
	}
	var w [3]int
	row := 0
	for i, o := range f.Array(s.Dict["W"]) {
		if i < 3 {
			if w[i] = f.int(o); w[i] < 0 || w[i] > 8 {
				return nil
			}
			row += w[i]
		}
	}
	if row == 0 {
		return nil
	}
	s.key = nil // these are never locked
	data, _ := f.Data(s)
	index := f.Array(s.Dict["Index"])
	if len(index) < 2 {
		index = Array{0.0, s.Dict["Size"]}
	}
	for i := 0; i+1 < len(index); i += 2 {
		num, count := f.int(index[i]), f.int(index[i+1])
		for ; count > 0 && len(data) >= row; num, count = num+1, count-1 {
			f.addRow(num, w, data[:row])
			data = data[row:]
		}
	}
	return s.Dict
}

func (f *File) addRow(num int, w [3]int, row []byte) {
	kind, a := bigEndian(row[:w[0]]), bigEndian(row[w[0]:w[0]+w[1]])
	gen := bigEndian(row[w[0]+w[1] : w[0]+w[1]+w[2]])
	switch {
	case kind == 1 || w[0] == 0:
		f.add(num, entry{at: a, gen: gen})
	case kind == 2:
		f.add(num, entry{at: a, packed: true})
	}
}

// bigEndian is a number of up to 8 bytes; -1 where it is too large.
func bigEndian(b []byte) int {
	v := uint64(0)
	for _, c := range b {
		v = v<<8 | uint64(c)
	}
	if v > farthest {
		return -1
	}
	return int(v)
}

// scan finds the objects of a file without using its tables: each "1 0 obj",
// the last of a number, and what streams of objects hold.
func (f *File) scan() {
	if !f.Budget.Spend(len(f.src)) {
		return
	}
	for i := 0; ; {
		k := bytes.Index(f.src[i:], []byte("obj"))
		if k < 0 {
			break
		}
		i += k
		if num, gen, at := objectBefore(f.src, i); at >= 0 {
			f.entries[num] = entry{at: at, gen: gen}
		}
		i += 3
	}
	f.scanTrailers()
	for _, num := range f.numbers() {
		f.adopt(num)
	}
}

// objectBefore reads the numbers before an "obj"; at is -1 where none stand.
func objectBefore(b []byte, i int) (num, gen, at int) {
	var n [2]int
	for k := range n {
		end := i
		for end > 0 && isSpace(b[end-1]) && i-end < 20 {
			end--
		}
		start := end
		for start > 0 && '0' <= b[start-1] && b[start-1] <= '9' && end-start < 10 {
			start--
		}
		if start == end || end == i && k > 0 {
			return 0, 0, -1
		}
		for _, c := range b[start:end] {
			n[k] = n[k]*10 + int(c-'0')
		}
		i = start
	}
	return n[1], n[0], i
}

// scanTrailers takes the dictionaries behind "trailer", the last one first.
func (f *File) scanTrailers() {
	for end := len(f.src); end > 0; {
		end = bytes.LastIndex(f.src[:end], []byte("trailer"))
		if end < 0 {
			return
		}
		l := &Lexer{b: f.src, at: end + len("trailer"), refs: true}
		o, _ := l.Next()
		if !f.Budget.Spend(l.at - end) {
			return
		}
		d, _ := o.(Dict)
		f.inherit(d)
	}
}

// inherit takes what a trailer says and no later one did.
func (f *File) inherit(d Dict) {
	for _, key := range []Name{"Root", "Info", "Encrypt", "ID"} {
		if _, ok := f.trailer[key]; !ok && d[key] != nil {
			f.trailer[key] = d[key]
		}
	}
}

// adopt looks what an object is good for: a stream of objects, a table with a
// trailer, a catalog.
func (f *File) adopt(num int) {
	d := f.Dict(Ref{Num: num})
	switch d["Type"] {
	case Name("XRef"):
		f.inherit(d)
	case Name("Catalog"):
		if _, ok := f.trailer["Root"]; !ok {
			f.trailer["Root"] = Ref{Num: num}
		}
	case Name("ObjStm"):
		for _, n := range sorted(f.pack(num).at) {
			if f.add(n, entry{at: num, packed: true}); f.entries[n].packed {
				f.adopt(n)
			}
		}
	}
}
