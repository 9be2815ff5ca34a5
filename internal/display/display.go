// Package display makes text harmless that comes from a file, a name or somebody
// else's program and is shown to people: a report may hold escape sequences that
// write to the clipboard, a file's name a newline that forges a line of output, a
// speaker's name marks that turn the direction of what follows.
//
// What does something instead of being seen is shown as an escape, \x1b or
// \u202e, so that nothing is lost and nothing happens. Everything that the program
// prints for people goes through [Safe], standard error included.
package display

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Control reports a character that acts on the terminal or on the text around it:
// the controls of ASCII and of the C1 set, those of the direction of writing, the
// separators of lines and paragraphs, and tags. A newline and a tab are controls.
func Control(r rune) bool {
	switch {
	case unicode.IsControl(r),
		r == '\u061c',
		r == '\u200e',
		r == '\u200f',
		r == '\u2028',
		r == '\u2029':
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r >= 0xE0000 && r <= 0xE007F:
		return true
	}
	return false
}

// Safe is s on one line, with controls and bytes that are no UTF-8 as escapes, and so
// that no log takes it for a command wherever lines are cut between its words. It is
// valid UTF-8, and s itself where there is nothing to escape.
func Safe(s string) string { return uncommanded(escaped(s, Control)) }

// uncommanded is s with the marks of commands as escapes that continuous integration obeys
// in whatever is printed: a line that begins with :: and ## before a bracket or a letter,
// wherever it stands (::add-mask::, ##[error], ##vso[…], ##teamcity[…]).
func uncommanded(s string) string {
	if !strings.Contains(s, "::") && !strings.Contains(s, "##") {
		return s
	}
	var b strings.Builder
	begins := true // a word
	for i, r := range s {
		switch next := s[i+utf8.RuneLen(r):]; {
		case r == ':' && begins && strings.HasPrefix(next, ":"):
			b.WriteString(`\x3a`)
		case r == '#' && next != "" && strings.HasSuffix(s[:i], "#") && (next[0] == '[' || isLetter(next[0])):
			b.WriteString(`\x23`)
		default:
			b.WriteRune(r)
		}
		begins = unicode.IsSpace(r)
	}
	return b.String()
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// Valid is s with the bytes that are no UTF-8 as escapes, and all else as it is:
// for output that programs read.
func Valid(s string) string { return escaped(s, func(rune) bool { return false }) }

// escaped is s with bytes that are no UTF-8 and the characters of a kind as escapes.
func escaped(s string, kind func(rune) bool) string {
	if utf8.ValidString(s) && strings.IndexFunc(s, kind) < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case kind(r):
			b.WriteString(escape(r))
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

func escape(r rune) string {
	switch {
	case r == '\n':
		return `\n`
	case r == '\t':
		return `\t`
	case r == '\r':
		return `\r`
	case r < utf8.RuneSelf:
		return fmt.Sprintf(`\x%02x`, r)
	}
	if r > 0xFFFF {
		return fmt.Sprintf(`\U%08x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}

// All is a copy of v in which every string is [Safe]: v is made of structs,
// slices, pointers and strings. Fields without a name in JSON are kept as they are.
func All[T any](v T) T { return each(v, Safe) }

// Names is a copy of v in which every string is [Valid].
func Names[T any](v T) T { return each(v, Valid) }

func each[T any](v T, f func(string) string) T {
	out := reflect.New(reflect.TypeOf(v)).Elem()
	copyTo(out, reflect.ValueOf(v), f)
	return out.Interface().(T)
}

func copyTo(to, from reflect.Value, f func(string) string) {
	switch from.Kind() {
	case reflect.String:
		to.SetString(f(from.String()))
	case reflect.Struct:
		to.Set(from)
		for i := range from.NumField() {
			if from.Type().Field(i).Tag.Get("json") != "-" {
				copyTo(to.Field(i), from.Field(i), f)
			}
		}
	case reflect.Slice:
		if from.IsNil() {
			return
		}
		to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
		for i := range from.Len() {
			copyTo(to.Index(i), from.Index(i), f)
		}
	case reflect.Pointer:
		if from.IsNil() {
			return
		}
		to.Set(reflect.New(from.Type().Elem()))
		copyTo(to.Elem(), from.Elem(), f)
	default:
		to.Set(from)
	}
}
