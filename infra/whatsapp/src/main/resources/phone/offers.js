// What a message of the town's offers to tap: buttons, the rows of a list, quick replies of a template.
const button = (title, chosen, description) => {
  const element = Object.assign(document.createElement('button'), { className: 'answer', type: 'button', textContent: title });
  if (description) element.append(Object.assign(document.createElement('small'), { textContent: description }));
  element.addEventListener('click', chosen);
  return element;
};

function list({ button: title, sections }, tapped) {
  const rows = document.createElement('details');
  const opener = Object.assign(document.createElement('summary'), { className: 'answer', textContent: title });
  rows.append(opener);
  for (const section of sections) {
    if (section.title) rows.append(Object.assign(document.createElement('p'), { className: 'rows', textContent: section.title }));
    for (const { id, title: name, description } of section.rows) {
      const chosen = () => {
        rows.open = false;
        tapped({ kind: 'list', id, title: name, ...(description && { description }) });
      };
      rows.append(button(name, chosen, description));
    }
  }
  return rows;
}

/**
 * Everything to tap in this content.
 * @param tapped takes the letter that a tap sends, but for the message it answers
 */
export function offers({ action, buttons }, tapped) {
  const replies = (action?.buttons ?? []).map(({ reply }) => button(reply.title, () => tapped({ kind: 'button', id: reply.id, title: reply.title })));
  const quick = (buttons ?? []).map(({ text, payload }) => button(text, () => tapped({ kind: 'quick-reply', text, payload })));
  return [...replies, ...quick, ...(action?.sections ? [list(action, tapped)] : [])];
}
