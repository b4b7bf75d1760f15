export const resolve = {
  button: 'Resolve',
  heading: 'Resolve the enquiry and delete everything?',
  answerHeading: 'Send the answer and delete everything?',
  answerConfirm: 'Send and delete for good',
  who: 'Enquiry of',
  erased: (messages: number | undefined) =>
    `What is deleted here: name, phone number, ${messages === 1 ? 'the message' : messages ? `all ${messages} messages` : 'all messages'} and all files of this enquiry, your answers included.`,
  stays: 'The chat on the citizen’s phone stays there.',
  final: 'This cannot be undone.',
  keep: 'Whatever the files of the town need must have been taken over before.',
  cancel: 'Cancel',
  confirm: 'Delete for good',
  erasing: 'Deleting …',
};
