package pdffile

import (
	"bytes"
	"errors"
	"math"
	"slices"
)

// A File is a PDF that has been opened.
type File struct {
	src     []byte
	entries map[int]entry
	trailer Dict
	objects map[int]Object // those that were read
	open    map[int]bool   // those that are being read
	packs   map[int]*pack
	lock    *lock
	scanned bool // its objects were looked for
	Budget  *Budget
}

// An entry says where an object stands: at a byte of the file, or in a stream
// of objects.
type entry struct {
	at     int
	packed bool // at is the number of the stream that holds it
	gen    int
}

// Errors of files that cannot be read at all.
var (
	ErrLocked = errors.New("locked with a password")
	ErrBudget = errors.New("it unpacks to far more than its size, " +
		"or its parts refer to each other without end")
)

// Open opens a PDF, whose first bytes are those of src, with no password. It
// takes time and memory linear in the file, within the [Budget].
func Open(src []byte) (*File, error) { return OpenWithin(src, NewBudget(len(src))) }

// OpenWithin is [Open] with a budget of the caller's.
func OpenWithin(src []byte, budget *Budget) (*File, error) {
	f := &File{src: src, Budget: budget}
	f.reset()
	if f.readTables(); f.root() == nil {
		f.reset()
		f.scanned = true
		f.scan()
	}
	if err := f.unlock(); err != nil {
		return nil, err
	}
	switch {
	case f.Budget.Spent():
		return nil, ErrBudget
	case len(f.entries) == 0:
		return nil, errors.New("it holds no objects")
	}
	return f, nil
}

func (f *File) reset() {
	f.entries, f.trailer, f.lock = map[int]entry{}, Dict{}, nil
	f.objects, f.open, f.packs = map[int]Object{}, map[int]bool{}, map[int]*pack{}
}

// root is the file's catalog, or nil.
func (f *File) root() Dict {
	d := f.Dict(f.trailer["Root"])
	if d == nil || f.Dict(d["Pages"]) == nil {
		return nil
	}
	return d
}

// Resolve follows a reference to its object. What refers to itself, or to
// nothing, is nil.
func (f *File) Resolve(o Object) Object {
	for range 8 { // a reference to a reference
		ref, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.object(ref.Num)
	}
	return nil
}

// Dict is o as a dictionary, that of a stream included; nil where it is none.
func (f *File) Dict(o Object) Dict {
	switch o := f.Resolve(o).(type) {
	case Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// Array is o as an array; nil where it is none.
func (f *File) Array(o Object) Array {
	a, _ := f.Resolve(o).(Array)
	return a
}

// Number is o as a number; 0 where it is none.
func (f *File) Number(o Object) float64 {
	v, _ := f.Resolve(o).(float64)
	return v
}

// Name is o as a name; empty where it is none.
func (f *File) Name(o Object) Name {
	n, _ := f.Resolve(o).(Name)
	return n
}

// Info is a string of the file's information, such as its Title.
func (f *File) Info(key Name) String {
	s, _ := f.Resolve(f.Dict(f.trailer["Info"])[key]).(String)
	return s
}

// farthest is the largest size or place that a file may name: larger numbers are not
// exact in a float64, or are no int where that has 32 bits.
const farthest = min(1<<53, math.MaxInt)

// int is o as a whole number that a size or a place may have; -1 where it is none.
func (f *File) int(o Object) int {
	v, ok := f.Resolve(o).(float64)
	if !ok || v < 0 || v > farthest {
		return -1
	}
	return int(v)
}

// Code is o as a code or a set of flags of 32 bits; 0 where it is no number. What a larger
// one becomes would differ from processor to processor.
func (f *File) Code(o Object) int {
	return int(min(max(f.Number(o), math.MinInt32), math.MaxInt32))
}

func (f *File) object(num int) Object {
	if o, ok := f.objects[num]; ok {
		return o
	}
	e, ok := f.entries[num]
	if !ok || f.open[num] || !f.Budget.Spend(1) {
		return nil
	}
	f.open[num] = true
	defer delete(f.open, num)
	var o Object
	if e.packed {
		o = f.pack(e.at).object(f, num)
	} else {
		o = f.objectAt(e.at, num)
	}
	f.objects[num] = o
	return o
}

// objectAt reads "num gen obj …" at a byte of the file; nil where something
// else stands there.
func (f *File) objectAt(at, num int) Object {
	if at < 0 || at >= len(f.src) {
		return nil
	}
	l := &Lexer{b: f.src, at: at, refs: true}
	defer func() { f.Budget.Spend(l.at - at) }()
	n, _ := l.Next()
	gen, _ := l.Next()
	if op, _ := l.Next(); op != Operator("obj") || n != float64(num) {
		return nil
	}
	o, _ := l.Next()
	key := f.keyOf(num, f.int(gen))
	after := l.at
	switch op, _ := l.Next(); op {
	case Operator("stream"):
		if d, ok := o.(Dict); ok {
			d, _ = key.strings(d).(Dict)
			raw, cut := f.streamBytes(l, d)
			return &Stream{Dict: d, raw: raw, cut: cut, key: key}
		}
	default:
		if second, ok := op.(float64); ok && l.isRef() {
			n, _ := o.(float64)
			return Ref{int(n), int(second)}
		}
		l.at = after
	}
	return key.strings(o)
}

// isRef reports whether an R follows.
func (l *Lexer) isRef() bool {
	o, _ := l.Next()
	return o == Operator("R")
}

// streamBytes are the bytes behind the operator stream: as many as the
// dictionary says if the stream ends there, else those up to its end mark. It is cut where
// there is none, or where that of a file whose tables are damaged comes too soon.
func (f *File) streamBytes(l *Lexer, d Dict) (raw []byte, cut bool) {
	if l.peek(0) == '\r' {
		l.at++
	}
	if l.peek(0) == '\n' {
		l.at++
	}
	rest := f.src[min(l.at, len(f.src)):]
	stated := f.int(d["Length"])
	if stated >= 0 && stated <= len(rest) {
		after := bytes.TrimLeft(rest[stated:min(stated+20, len(rest))], "\r\n \t")
		if bytes.HasPrefix(after, []byte("endstream")) {
			return rest[:stated], false
		}
	}
	n := bytes.Index(rest, []byte("endstream"))
	if cut = n < 0 || f.scanned && stated > n; n < 0 {
		n = len(rest)
	}
	if !f.Budget.Spend(n) {
		return nil, cut
	}
	return bytes.TrimSuffix(bytes.TrimSuffix(rest[:n], []byte("\n")), []byte("\r")), cut
}

// A pack is a stream of objects.
type pack struct {
	data  []byte
	first int
	at    map[int]int // the place of each object, from first on
}

// pack is the stream of objects of that number. One that is itself packed, or
// none, holds nothing.
func (f *File) pack(num int) *pack {
	if p, ok := f.packs[num]; ok {
		return p
	}
	p := &pack{at: map[int]int{}}
	f.packs[num] = p
	s, ok := f.object(num).(*Stream)
	if !ok || f.entries[num].packed {
		return p
	}
	p.data, _ = f.Data(s)
	p.first = f.int(s.Dict["First"])
	l := &Lexer{b: p.data}
	for range max(f.int(s.Dict["N"]), 0) {
		n, ok := l.Next()
		at, ok2 := l.Next()
		num, at2 := f.int(n), f.int(at)
		if !ok || !ok2 || num < 0 || at2 < 0 {
			break
		}
		p.at[num] = at2
	}
	return p
}

func (p *pack) object(f *File, num int) Object {
	at, ok := p.at[num]
	if !ok || p.first < 0 || p.first+at >= len(p.data) {
		return nil
	}
	l := &Lexer{b: p.data, at: p.first + at, refs: true}
	o, _ := l.Next()
	f.Budget.Spend(l.at - p.first - at)
	return o
}

// numbers are the numbers of all objects, in order.
func (f *File) numbers() []int {
	out := make([]int, 0, len(f.entries))
	for n := range f.entries {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}
