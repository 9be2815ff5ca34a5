// Package words holds what the program knows of English words: lists in the
// files of en, and the ways to ask for one.
//
//	# Negators turn a clause round: “not”, “never”.
//	[negators]
//	not no never nobody
//
// A line in brackets opens a list; the comment right above it is one sentence
// that says what a word in the list does. Other lines that begin with # are
// remarks. What stands on a line of a list depends on who asks: [Set] reads
// words, [Phrases] phrases parted by semicolons, [Groups] words that go
// together, [Values] and [PhraseValues] a value, a colon and what has it,
// [Letters] letters and what is put in their place.
//
// The naive way keeps each list as a map in the Go file that needs it first.
// Then nobody finds what adding a word changes, and all maps are built before
// main. Here a package asks for a list in a variable,
//
//	var negators = words.Set("negation", "negators")
//
// which costs a pointer until a word is looked up; a look-up is an atomic load
// more than one in a map. The files are part of the program: a list that is not
// there or is badly written panics when it is first read, with its file and its
// name. The test of the command which reads every list that a Go file asks for.
package words

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

//go:embed en
var files embed.FS

const language = "en"

// A Section is one list of a file as it stands there.
type Section struct {
	File  string // without its ending: negation
	Name  string
	About string   // the sentence above the heading
	Lines []string // without remarks and empty lines
}

// Files are the names of the files of lists, without their ending, in order.
func Files() []string {
	entries, err := files.ReadDir(language)
	if err != nil {
		panic(err) // the files are part of the program
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".txt"); ok {
			names = append(names, name)
		}
	}
	return names
}

var read sync.Map // file → []Section

// Read is all lists of a file, in its order.
func Read(file string) []Section {
	if s, ok := read.Load(file); ok {
		return s.([]Section)
	}
	src, err := files.ReadFile(language + "/" + file + ".txt")
	if err != nil {
		panic(fmt.Sprintf("words: there is no file %s/%s.txt", language, file))
	}
	sections, err := parse(file, string(src))
	if err != nil {
		panic("words: " + err.Error())
	}
	read.Store(file, sections)
	return sections
}

// parse cuts a file into its lists.
func parse(file, src string) (list []Section, err error) {
	var remarks []string // right above the line
	n := 0
	for line := range strings.SplitSeq(src, "\n") {
		n++
		line = strings.TrimSpace(line)
		name, heading := strings.CutPrefix(line, "[")
		switch {
		case line == "":
			remarks = nil
		case line[0] == '#':
			remarks = append(remarks, strings.TrimSpace(line[1:]))
		case heading:
			s := Section{File: file, Name: strings.TrimSuffix(name, "]"), About: strings.Join(remarks, " ")}
			if err := s.check(line, list); err != nil {
				return nil, fmt.Errorf("%s/%s.txt:%d: %w", language, file, n, err)
			}
			list, remarks = append(list, s), nil
		case len(list) == 0:
			return nil, fmt.Errorf("%s/%s.txt:%d: %q stands above the first list", language, file, n, line)
		default:
			last := &list[len(list)-1]
			last.Lines, remarks = append(last.Lines, line), nil
		}
	}
	for _, s := range list {
		if len(s.Lines) == 0 {
			return nil, fmt.Errorf("%s/%s.txt: the list [%s] is empty", language, file, s.Name)
		}
	}
	return list, nil
}

// check finds what is wrong with the heading on a line, below other lists.
func (s *Section) check(line string, above []Section) error {
	switch {
	case s.Name == "" || line != "["+s.Name+"]" || strings.Trim(s.Name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
		return fmt.Errorf("%q is no heading: [small-letters]", line)
	case slices.ContainsFunc(above, func(x Section) bool { return x.Name == s.Name }):
		return fmt.Errorf("the list [%s] stands twice", s.Name)
	case s.About == "":
		return fmt.Errorf("no sentence above [%s] says what the list is for", s.Name)
	}
	return nil
}

// section is one list of a file.
func section(file, name string) Section {
	list := Read(file)
	i := slices.IndexFunc(list, func(s Section) bool { return s.Name == name })
	if i < 0 {
		panic(fmt.Sprintf("words: %s/%s.txt has no list [%s]", language, file, name))
	}
	return list[i]
}

// sectionsOf are the lists of a file by their names, and how much room their words or
// phrases need, with so much between any two of one line.
func sectionsOf(file string, names []string, between string) (lists []Section, n int) {
	for _, name := range names {
		list := section(file, name)
		lists, n = append(lists, list), n+list.Count(between)
	}
	return lists, n
}

// Count is how many words or phrases the list has, or a few more, with so much between
// any two of one line.
func (s Section) Count(between string) int {
	n := len(s.Lines)
	for _, line := range s.Lines {
		n += strings.Count(line, between)
	}
	return n
}

// panicf tells what is wrong with a list.
func (s Section) panicf(format string, args ...any) {
	panic(fmt.Sprintf("words: %s/%s.txt: [%s]: ", language, s.File, s.Name) + fmt.Sprintf(format, args...))
}

// A lazy value is built when it is first asked for. Two that ask at once may
// both build it; one of the equal values is kept.
type lazy[T any] struct {
	kept  atomic.Pointer[T]
	build func() *T
}

func (l *lazy[T]) get() *T {
	if v := l.kept.Load(); v != nil {
		return v
	}
	return l.first()
}

func (l *lazy[T]) first() *T {
	l.kept.CompareAndSwap(nil, l.build())
	return l.kept.Load()
}
