/** Wave; its list of all bookings is made one of invoices first (wave-accounting.ts). */
import type { Program } from './program.ts'

export const wave: Program = {
  customers: [
    {
      marks: ['customername', 'contactfirstname', 'addressline1'],
      columns: {
        customername: 'name',
        email: 'email',
        contactfirstname: 'first_name',
        contactlastname: 'last_name',
        phone: 'phone',
        mobile: 'mobile',
        country: 'country',
        provincestate: 'state',
        addressline1: 'address',
        addressline2: 'address_2',
        city: 'city',
        postalcodezipcode: 'postal_code',
      },
    },
  ],
  invoices: [
    {
      marks: ['invoicenumber', 'transactionlinedescription', 'amountbeforesalestax'],
      columns: {
        invoicenumber: 'number',
        customer: 'customer',
        transactiondate: 'issued_on',
        transactionlinedescription: 'description',
        amountbeforesalestax: 'line_amount',
        salestaxname: 'tax_name',
        salestaxamount: 'tax_amount',
        balance: 'balance',
        lastpayment: 'paid_on',
      },
    },
    {
      marks: ['customername', 'invoicenumber', 'invoicetotal'],
      columns: {
        customername: 'customer',
        invoicenumber: 'number',
        invoicedate: 'issued_on',
        duedate: 'due_on',
        invoicestatus: 'status',
        invoicetotal: 'total',
        invoicetaxtotal: 'tax_amount',
        invoicepaid: 'paid_amount',
        lastpaymentdate: 'paid_on',
        currency: 'currency',
      },
    },
    {
      marks: ['customer', 'invoicenum', 'invoicedate', 'product'],
      columns: {
        customer: 'customer',
        invoicenum: 'number',
        invoicedate: 'issued_on',
        duedate: 'due_on',
        currency: 'currency',
        product: 'item',
        description: 'description',
        amount: 'unit_price',
        quantity: 'quantity',
        taxes: 'tax_name',
      },
    },
  ],
  items: [],
}
