// The questions of "connectorlint advise" as a form: the engine says which are asked and how they are answered.
import { element } from "./element.js";
import { labelOf } from "./words.js";

const fewWords = 5;

/** The form: shows questions with their answers, and tells each answer as it would be typed; answer gives what is wrong with it, or null. */
export const questionForm = (form, answer) => {
  const controls = new Map();
  let serial = 0;

  const send = async (control, value) => {
    const fault = await answer(control.key, value);
    control.fault.textContent = fault ?? "";
    control.fault.hidden = fault === null;
    control.input?.setAttribute("aria-invalid", String(fault !== null));
  };

  const choices = (control, question, type) => {
    const name = `q${serial++}`;
    const box = element("div", { className: "choices" });
    const words = [];
    const fill = asked => {
      const wanted = [...asked.words, ...asked.values.filter(value => !asked.words.includes(value)), ...asked.isWord && asked.empty !== "" ? [""] : []];
      if (JSON.stringify(wanted) !== JSON.stringify(words.map(one => one.word))) {
        words.splice(0, words.length, ...wanted.map(word => {
          const input = element("input", { type, name, value: word, onchange: () => send(control, type === "radio" ? word : words.filter(one => one.input.checked).map(one => one.word).join(", ")) });
          return { word, input, node: element("label", { className: "choice" }, input, element("span", {}, word === "" ? asked.empty : labelOf(question.key, word))) };
        }));
        box.replaceChildren(...words.map(one => one.node));
      }
      for (const one of words)
        one.input.checked = one.word === "" ? asked.values.length === 0 : asked.values.includes(one.word);
    };
    return { node: box, fill };
  };

  const select = (control, question, id) => {
    const input = element("select", { id, onchange: () => send(control, input.value) });
    control.input = input;
    const fill = asked => {
      const wanted = [["", asked.empty === "" ? "choose" : asked.empty], ...[...asked.words, ...asked.values.filter(value => !asked.words.includes(value))].map(word => [word, labelOf(question.key, word)])];
      if (JSON.stringify(wanted) !== input.dataset.options) {
        input.dataset.options = JSON.stringify(wanted);
        input.replaceChildren(...wanted.map(([value, label]) => element("option", { value }, label)));
      }
      input.value = asked.values[0] ?? "";
    };
    return { node: input, fill };
  };

  const typed = (control, question, id) => {
    let shown = "";
    const input = element("input", { id, placeholder: question.takes, spellcheck: false, onchange: () => send(control, input.value) });
    control.input = input;
    const fill = asked => {
      const value = asked.values.join(", ");
      // What is being typed is not written over.
      if (document.activeElement !== input || input.value === shown)
        input.value = value;
      if (value !== shown)
        control.fault.hidden = true;
      shown = value;
    };
    return { node: input, fill };
  };

  const make = question => {
    const id = `q${serial++}`;
    const control = { key: question.key, fault: element("p", { className: "fault", role: "alert", hidden: true }), input: null };
    const isChoice = question.isWords || (question.isWord && (question.number > 0 ? question.words.length <= fewWords : question.words.length <= 2));
    const part = isChoice ? choices(control, question, question.isWords ? "checkbox" : "radio") : question.isWord ? select(control, question, id) : typed(control, question, id);
    const fault = `${id}-fault`;
    control.fault.id = fault;
    control.input?.setAttribute("aria-describedby", fault);
    const title = element("span", {}, question.number > 0 ? `${question.number}. ` : "", question.text);
    // Choices have a legend, an input has a label.
    control.node = isChoice
      ? element("fieldset", { className: "asked", "data-question": question.key }, element("legend", {}, title), part.node, control.fault)
      : element("div", { className: "asked", "data-question": question.key }, element("label", { for: id }, title), part.node, control.fault);
    control.fill = part.fill;
    return control;
  };

  form.addEventListener("submit", event => event.preventDefault());
  return {
    /** Shows the questions; with a fault, what is there stays and can't be changed. */
    show({ fault, questions }) {
      form.inert = fault !== null;
      form.classList.toggle("off", fault !== null);
      if (fault !== null)
        return;
      const wanted = new Set(questions.map(question => question.key));
      for (const [key, control] of controls) {
        if (!wanted.has(key)) {
          control.node.remove();
          controls.delete(key);
        }
      }

      // Each main question is a block with what follows from it; what is asked of one thing stands together.
      let block = null;
      let group = null;
      const blocks = [];
      const put = (parent, node) => {
        const at = parent.placed;
        if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
        parent.placed = at + 1;
      };
      const kept = new Map([...form.querySelectorAll("[data-block], [data-group]")].map(node => [node.dataset.block ?? node.dataset.group, node]));
      form.placed = 0;
      for (const question of questions) {
        if (question.number > 0) {
          const name = String(question.number);
          block = kept.get(name) ?? element("div", { className: "question", "data-block": name });
          block.placed = 0;
          put(form, block);
          blocks.push(block);
          group = null;
        }
        let parent = block;
        if (question.group !== "" && question.number === 0) {
          const name = `${block.dataset.block}/${question.group}`;
          if (group?.dataset.group !== name) {
            group = kept.get(name) ?? element("fieldset", { className: "item", "data-group": name }, element("legend", {}, question.group));
            group.placed = 1;
            put(block, group);
          }
          parent = group;
        }
        let control = controls.get(question.key);
        if (control === undefined)
          controls.set(question.key, control = make(question));
        put(parent, control.node);
        control.fill(question);
      }
      for (const node of [form, ...blocks, ...form.querySelectorAll("[data-group]")])
        while (node.children.length > (node.placed ?? 0)) node.lastElementChild.remove();
    },
  };
};
