// Package pack writes plain Go values as bytes and reads them back.
//
// A value is its parts one after another, nothing between: whole numbers as varints,
// texts and lists with their lengths before them. What the parts are the type says, so
// a change of the type is a change of the format, and whoever keeps bytes notes which
// version wrote them. In a list of structs each number stands as what it is more than
// the same number of the element before: places in a text, of which documents are
// full, are a byte or two then. encoding/gob, the naive way, takes three times the
// bytes and ten times the time, for it also writes the types.
//
// Bytes that Append did not write give an error, never a panic, and at most as much
// memory as their own length allows.
package pack

import (
	"encoding"
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
)

// ErrDamaged says that bytes are not what Append writes for the type.
var ErrDamaged = errors.New("damaged data")

// Append adds v to dst: booleans, whole numbers, strings, slices, structs of exported
// fields, pointers to them, and what marshals itself. It panics for any other type.
func Append(dst []byte, v any) []byte {
	r := reflect.ValueOf(v)
	return write(dst, r, reflect.Zero(r.Type()))
}

// Read reads into the value that v points to what Append wrote of one of its type, and
// it has to be all of src.
func Read(src []byte, v any) error {
	r := reader{src}
	to := reflect.ValueOf(v).Elem()
	if err := r.read(to, reflect.Zero(to.Type())); err != nil {
		return err
	}
	if len(r.src) > 0 {
		return fmt.Errorf("%w: %d bytes too many", ErrDamaged, len(r.src))
	}
	return nil
}

var marshaler = reflect.TypeFor[encoding.BinaryMarshaler]()

// write adds v, which comes after before.
func write(dst []byte, v, before reflect.Value) []byte {
	switch k := v.Kind(); {
	case v.Type().Implements(marshaler):
		b, err := v.Interface().(encoding.BinaryMarshaler).MarshalBinary()
		if err != nil {
			panic(fmt.Sprintf("pack: %v: %v", v.Type(), err))
		}
		return append(binary.AppendUvarint(dst, uint64(len(b))), b...)
	case k == reflect.Bool:
		if v.Bool() {
			return append(dst, 1)
		}
		return append(dst, 0)
	case v.CanInt():
		return binary.AppendVarint(dst, v.Int()-before.Int())
	case v.CanUint():
		return binary.AppendVarint(dst, int64(v.Uint()-before.Uint()))
	case k == reflect.String:
		return append(binary.AppendUvarint(dst, uint64(v.Len())), v.String()...)
	case k == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		return append(binary.AppendUvarint(dst, uint64(v.Len())), v.Bytes()...)
	case k == reflect.Slice:
		dst = binary.AppendUvarint(dst, uint64(v.Len()))
		if e := v.Type().Elem(); isRow(e) {
			return appendRows(dst, v, make([]int64, e.NumField()))
		}
		last := reflect.Zero(v.Type().Elem())
		for i := range v.Len() {
			dst = write(dst, v.Index(i), last)
			last = v.Index(i)
		}
		return dst
	case k == reflect.Struct:
		for i := range v.NumField() {
			dst = write(dst, v.Field(i), before.Field(i))
		}
		return dst
	case k == reflect.Pointer:
		if v.IsNil() {
			return append(dst, 0)
		}
		return write(append(dst, 1), v.Elem(), reflect.Zero(v.Type().Elem()))
	}
	panic(fmt.Sprintf("pack: %v is none of the types that are packed", v.Type()))
}

type reader struct{ src []byte }

// read reads v, which comes after before.
func (r *reader) read(v, before reflect.Value) error {
	switch k := v.Kind(); {
	case reflect.PointerTo(v.Type()).Implements(reflect.TypeFor[encoding.BinaryUnmarshaler]()):
		b, err := r.bytes()
		if err != nil {
			return err
		}
		return v.Addr().Interface().(encoding.BinaryUnmarshaler).UnmarshalBinary(b)
	case k == reflect.Bool:
		b, err := r.byte()
		v.SetBool(b != 0)
		return err
	case v.CanInt():
		n, err := r.varint()
		v.SetInt(before.Int() + n)
		return err
	case v.CanUint():
		n, err := r.varint()
		v.SetUint(before.Uint() + uint64(n))
		return err
	case k == reflect.String:
		b, err := r.bytes()
		v.SetString(string(b))
		return err
	case k == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		b, err := r.bytes()
		v.SetBytes(append([]byte(nil), b...))
		return err
	case k == reflect.Slice:
		return r.list(v)
	case k == reflect.Struct:
		for i := range v.NumField() {
			if err := r.read(v.Field(i), before.Field(i)); err != nil {
				return err
			}
		}
		return nil
	case k == reflect.Pointer:
		b, err := r.byte()
		if err != nil || b == 0 {
			return err
		}
		v.Set(reflect.New(v.Type().Elem()))
		return r.read(v.Elem(), reflect.Zero(v.Type().Elem()))
	}
	panic(fmt.Sprintf("pack: %v is none of the types that are packed", v.Type()))
}

// few is how many elements of a list have room made for them unseen.
const few = 1024

// list reads a slice. What it may have is bounded by the bytes that there are: a row of
// zeros is as good as any, and a struct may take ten times the bytes that it is read from.
func (r *reader) list(v reflect.Value) error {
	n, err := r.length()
	if err != nil || n == 0 {
		return err
	}
	if n > few && n > len(r.src)/least(v.Type().Elem()) {
		return ErrDamaged
	}
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	if e := v.Type().Elem(); isRow(e) {
		return r.rows(v, make([]int64, e.NumField()))
	}
	last := reflect.Zero(v.Type().Elem())
	for i := range n {
		if err := r.read(v.Index(i), last); err != nil {
			return err
		}
		last = v.Index(i)
	}
	return nil
}

// least is how many bytes a value of a type has at least.
func least(t reflect.Type) int {
	if t.Kind() != reflect.Struct || t.Implements(marshaler) {
		return 1
	}
	n := 0
	for i := range t.NumField() {
		n += least(t.Field(i).Type)
	}
	return max(1, n)
}

// isRow reports whether a type is a struct of numbers alone, as words and spans are: most
// of what there is to read.
func isRow(t reflect.Type) bool {
	if t.Kind() != reflect.Struct || t.Implements(marshaler) {
		return false
	}
	for i := range t.NumField() {
		f := t.Field(i).Type
		if v := reflect.Zero(f); !v.CanInt() && !v.CanUint() || f.Implements(marshaler) {
			return false
		}
	}
	return true
}

// appendRows adds a slice of structs of numbers, as rows reads it.
func appendRows(dst []byte, v reflect.Value, last []int64) []byte {
	for i := range v.Len() {
		row := v.Index(i)
		for k := range last {
			f := row.Field(k)
			var n int64
			if f.CanInt() {
				n = f.Int()
			} else {
				n = int64(f.Uint())
			}
			dst = binary.AppendVarint(dst, n-last[k])
			last[k] = n
		}
	}
	return dst
}

// rows reads a slice of structs of numbers, each number as the step from the one before.
func (r *reader) rows(v reflect.Value, last []int64) error {
	for i := range v.Len() {
		row := v.Index(i)
		for k := range last {
			n, err := r.varint()
			if err != nil {
				return err
			}
			last[k] += n
			if f := row.Field(k); f.CanInt() {
				f.SetInt(last[k])
			} else {
				f.SetUint(uint64(last[k]))
			}
		}
	}
	return nil
}

// length is a number of bytes or elements, no more than there are bytes.
func (r *reader) length() (int, error) {
	n, k := binary.Uvarint(r.src)
	if k <= 0 || n > uint64(len(r.src)-k) {
		return 0, ErrDamaged
	}
	r.src = r.src[k:]
	return int(n), nil
}

func (r *reader) varint() (int64, error) {
	n, k := binary.Varint(r.src)
	if k <= 0 {
		return 0, ErrDamaged
	}
	r.src = r.src[k:]
	return n, nil
}

func (r *reader) byte() (byte, error) {
	if len(r.src) == 0 {
		return 0, ErrDamaged
	}
	b := r.src[0]
	r.src = r.src[1:]
	return b, nil
}

func (r *reader) bytes() ([]byte, error) {
	n, err := r.length()
	if err != nil {
		return nil, err
	}
	b := r.src[:n]
	r.src = r.src[n:]
	return b, nil
}
